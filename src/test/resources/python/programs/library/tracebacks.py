# traceback: formatting by hand, chains, groups, cut recursion.
import io
import sys
import traceback


def inner(n):
    raise ValueError(f"bad {n}")


def outer():
    try:
        inner(3)
    except ValueError as e:
        e.add_note("a note\nof two lines")
        raise KeyError("outer") from e


try:
    outer()
except KeyError as e:
    lines = traceback.format_exception(e)
    print("".join(line for line in lines if "^" not in line))
    print([f.name for f in traceback.extract_tb(e.__traceback__)], traceback.format_exception_only(e))
    te = traceback.TracebackException.from_exception(e)
    print(te.exc_type.__name__, str(te.__cause__), [f.lineno for f in te.stack])
try:
    raise ExceptionGroup("group", [TypeError("one"), ExceptionGroup("inner", [OSError(5, "two")])])
except ExceptionGroup as e:
    traceback.print_exception(e, file=sys.stdout)


def forever(n):
    return forever(n + 1)


try:
    forever(0)
except RecursionError as e:
    text = "".join(traceback.format_exception(e))
    print("Previous line repeated" in text, text.splitlines()[-1])
out = io.StringIO()
try:
    compile("a b", "f.py", "exec")
except SyntaxError:
    traceback.print_exc(file=out, limit=0)
print(out.getvalue())
print([f.name for f in traceback.extract_stack()])
