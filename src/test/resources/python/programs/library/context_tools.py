# contextlib: generators as managers, stacks, suppression, redirection.
import contextlib
import io


@contextlib.contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as e:
        print("caught", e)
    finally:
        print(f"</{name}>")


with tag("a") as a, tag("b"):
    print(a)
    raise ValueError("inside")


@tag("decorated")
def f():
    print("body")


f()
f()
with contextlib.ExitStack() as stack:
    for name in "xyz":
        stack.enter_context(tag(name))
    stack.callback(print, "callback first")
    kept = stack.pop_all()
print("kept")
kept.close()
with contextlib.suppress(KeyError, IndexError):
    {}["x"]
with contextlib.redirect_stdout(io.StringIO()) as out:
    print("hidden")
print(repr(out.getvalue()), contextlib.nullcontext(5).__enter__())


class Thing:
    def close(self):
        print("closed")


with contextlib.closing(Thing()):
    pass


@contextlib.contextmanager
def broken(times):
    for i in range(times):
        yield i


for times in (0, 2):
    try:
        with broken(times):
            pass
    except RuntimeError as e:
        print(e)
try:
    with contextlib.ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        stack.push(lambda *exc: print("sees", exc[0] and exc[0].__name__))
        raise KeyError("first")
except ZeroDivisionError as e:
    print(repr(e), repr(e.__context__))
