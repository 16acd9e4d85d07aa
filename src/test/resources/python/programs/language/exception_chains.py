# Causes, contexts, notes, and how far they can be followed.
def low():
    raise OSError("not there")


def middle():
    try:
        low()
    except OSError as e:
        e.add_note("while reading settings")
        raise RuntimeError("cannot start") from e


try:
    middle()
except RuntimeError as e:
    print(repr(e), repr(e.__cause__), e.__cause__.__notes__, e.__suppress_context__)
    print(type(e.__cause__).__name__, e.__cause__.errno, e.__cause__.args)

try:
    try:
        1 / 0
    except ZeroDivisionError:
        {}["x"]
except KeyError as e:
    print(repr(e), repr(e.__context__), e.__cause__)

try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("clean") from None
except ValueError as e:
    print(repr(e.__context__), e.__suppress_context__)


def depth(e):
    n = 0
    while e:
        e = e.__context__
        n += 1
    return n


def nested(n):
    try:
        raise ValueError(n)
    except ValueError:
        if n:
            nested(n - 1)
        else:
            raise


try:
    nested(20)
except ValueError as e:
    print(depth(e), e.args)


class Own(Exception):
    def __init__(self, code, *, why):
        super().__init__(code, why)
        self.code = code

    def __str__(self):
        return f"{self.code}: {self.args[1]}"


try:
    raise Own(7, why="because")
except Exception as e:
    print(e, repr(e), e.code)
