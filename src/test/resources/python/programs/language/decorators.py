# Decorators: with arguments, stacked, on classes and methods, keeping names.
import functools


def traced(label):
    def decorate(f):
        @functools.wraps(f)
        def wrapper(*args, **kwargs):
            print(f"{label}> {f.__name__}{args}")
            result = f(*args, **kwargs)
            print(f"{label}< {result}")
            return result

        return wrapper

    return decorate


@traced("outer")
@traced("inner")
def add(a, b):
    """Sum."""
    return a + b


add(1, 2)
print(add.__name__, add.__doc__, add.__wrapped__.__wrapped__(5, 6))


def memoize(f):
    known = {}

    def wrapper(n):
        if n not in known:
            known[n] = f(n)
        return known[n]

    wrapper.known = known
    return wrapper


@memoize
def ways(n):
    return 1 if n < 2 else sum(ways(n - k) for k in (1, 2, 3) if k <= n)


print(ways(60), len(ways.known))


def singleton(cls):
    return cls()


@singleton
class Config:
    value = 7

    @traced("method")
    def get(self, scale=1):
        return self.value * scale

    def __repr__(self):
        return "Config"


print(Config.get(3))


class CountCalls:
    def __init__(self, f):
        self.f, self.calls = f, 0

    def __call__(self, *args):
        self.calls += 1
        return self.f(*args)


@CountCalls
def square(x):
    return x * x


print([square(i) for i in range(4)], square.calls)
