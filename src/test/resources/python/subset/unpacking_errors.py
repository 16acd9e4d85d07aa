def two(v):
    try:
        a, b = v
        return a, b
    except ValueError as e:
        return "ValueError " + str(e)
    except TypeError as e:
        return "TypeError " + str(e)
for v in ([1], [1, 2], [1, 2, 3], "", "ab", "abc", (), (1,), {}, {"a": 1, "b": 2}, 5, None, 2.5, True, range(2), range(5), [[1, 2]]):
    print(repr(v), two(v))
def three(v):
    a, (b, c) = v
    return a, b, c
for v in ([1, [2, 3]], [1, 2], [1, "ab"], ["ab"], [1, [2]], [1, [2, 3, 4]]):
    try:
        print(three(v))
    except (ValueError, TypeError) as e:
        print(repr(e))
try:
    for a, b in [(1, 2), (3,)]:
        print(a, b)
except ValueError as e:
    print(e, a, b)
try:
    print([x + y for x, y in [[1, 2], [3, 4, 5]]])
except ValueError as e:
    print(e)
