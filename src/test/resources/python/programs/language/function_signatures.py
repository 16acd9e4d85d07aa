# Defaults, keyword-only and positional-only parameters, annotations, attributes.
def f(a, b=2, /, c=3, *, d, e=5) -> "sum":
    """Adds them."""
    return a + b + c + d + e


print(f(1, d=4), f(1, 1, c=1, d=1, e=1), f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__doc__)


def remember(x, seen=[]):
    seen.append(x)
    return seen


print(remember(1), remember(2), remember.__defaults__)
for call in (lambda: f(), lambda: f(1), lambda: f(1, b=2, d=1), lambda: f(1, 2, 3, 4, d=5), lambda: f(1, d=1, z=2)):
    try:
        call()
    except TypeError as e:
        print(e)
f.note = "attributes too"
print(f.note, f.__name__, f.__qualname__, f.__code__.co_varnames, f.__code__.co_posonlyargcount)


def outer():
    class Inner:
        def method(self):
            return lambda: 0

    return Inner().method()


print(outer().__qualname__)
print((lambda *a, **k: (a, k))(1, x=2), [*map(lambda x, y: x**y, [2, 3], [4, 2])])
print(callable(f), callable(3), type(f).__name__, type(print).__name__, type([].append).__name__)
