# functools: caches, partials, reductions, dispatch, orderings.
import functools


@functools.lru_cache(maxsize=3)
def square(n):
    print("computing", n)
    return n * n


print([square(n) for n in (1, 2, 3, 1, 4, 2)], square.cache_info())
square.cache_clear()
print(square.cache_info(), square.__wrapped__(9))


@functools.cache
def partitions(n, largest):
    if n == 0:
        return 1
    return sum(partitions(n - k, min(k, n - k)) for k in range(1, largest + 1))


print(partitions(12, 12))
p = functools.partial(int, base=2)
print(p("1011"), p.func.__name__, p.keywords, functools.partial(print, "a", sep="-").args)
print(functools.reduce(lambda a, b: a * 10 + b, [1, 2, 3]), functools.reduce(max, [], 0))


@functools.singledispatch
def show(x):
    return f"object {x}"


@show.register
def _(x: int):
    return f"int {x}"


@show.register(list)
@show.register(tuple)
def _(x):
    return f"sequence of {len(x)}"


print(show(1), show(True), show((1, 2)), show("s"), show.dispatch(bool)(3))


@functools.total_ordering
class Size:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


print(Size(1) >= Size(1), Size(2) > Size(3), Size(1) <= Size(2))


class Lazy:
    @functools.cached_property
    def value(self):
        print("once")
        return 42

    @functools.partialmethod
    def nothing(self):
        pass

    def scale(self, by, add=0):
        return self.value * by + add

    double = functools.partialmethod(scale, 2)


lazy = Lazy()
print(lazy.value, lazy.value, lazy.double(add=1))
