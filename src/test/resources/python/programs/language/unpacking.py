# Unpacking in assignments, calls, literals, loops.
a, *b, c = range(6)
(d, e), [f, *g] = "xy", (1, 2, 3)
print(a, b, c, d, e, f, g)
*h, = "abc"
i = j = [0]
i.append(1)
print(h, j)
k, l = 1, 2
k, l = l, k
print(k, l, [*range(3), *"ab"], (*h, 1), {**{"a": 1, "b": 2}, "a": 3})


def show(p, /, q, *args, r=0, **kwargs):
    return p, q, args, r, kwargs


print(show(*[1, 2, 3], r=4, **{"s": 5, "p": 6}), show(1, q=2), show(*"abc", *"de"))
for n, (x, y) in enumerate([(1, 2), (3, 4)], start=1):
    print(n, x * y)
for wrong in ("a, b = 1, 2, 3", "a, b = [1]", "a, *b = []", "a, b = 5", "show()", "show(1, 2, q=3)",
              "show(1, q=2, *[3])", "show(**{'q': 1})", "show(1, 2, r=1, **{'r': 2})"):
    try:
        exec(wrong)
    except (ValueError, TypeError) as error:
        print(error)
order = []
data = {}
data[order.append("key") or 1] = order.append("value") or 2
print(order, data)
