# An exception of our own, with text of its own and a note.
class Overflowing(Exception):
    def __str__(self):
        return f"glass holds {self.args[0]}"


e = Overflowing(60)
e.add_note("turn it in time")
raise e
