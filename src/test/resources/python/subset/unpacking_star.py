first, *rest = [1, 2, 3]
print(first, rest)
*rest, last = (1, 2, 3)
print(rest, last)
a, *middle, b = "hello"
print(a, middle, b)
a, *middle, b = range(2)
print(a, middle, b)
[a, *middle] = {"k": 1, "l": 2}
print(a, middle)
*everything, = zip("ab", [1, 2])
print(everything)


def nested():
    (a, *b), c = [1, 2, 3], 4
    return a, b, c


print(nested())
for head, *tail in [(1, 2, 3), "xy", [5]]:
    print(head, tail)
print([tail for _, *tail in [[1, 2], [3, 4, 5]]])
items = [0, 0]
items[0], *items[1:], x = 1, 2, 3, 4
print(items, x)
copy = [1, 2]
*other, _ = copy
other.append(9)
print(copy, other)
for wrong in ([], [1], "a", 5, None, 2.5):
    try:
        a, *b, c = wrong
        print("fits", a, b, c)
    except (TypeError, ValueError) as e:
        print(e)
a, *b, c, d = enumerate("xy")
