# An exception in __del__ is told and ignored.
class Bad:
    def __del__(self):
        raise ValueError("in del")


Bad()
print("goes on")
