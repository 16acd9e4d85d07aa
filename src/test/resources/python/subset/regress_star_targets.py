a, *b = [1, 2, 3]
print(a, b)
*a, b = "xyz"
print(a, b)
a, *b, c = range(2)
print(a, b, c)
a, (b, *c), *d = 1, [2, 3, 4], 5, 6
print(a, b, c, d)
*a, = ()
print(a)
for x, *y in [(1, 2, 3), [4], "ab"]:
    print(x, y)
print([b for a, *b in [(1, 2), (3,)]])
for v in ([], [1], 5, None, {"k": 1}, {1: 2, 3: 4}):
    try:
        a, b, *c = v
        print(a, b, c)
    except (ValueError, TypeError) as e:
        print(e)
    try:
        a, *b, c = v
        print(a, b, c)
    except (ValueError, TypeError) as e:
        print(e)
