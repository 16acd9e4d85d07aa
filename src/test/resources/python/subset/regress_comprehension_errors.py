def boom(x):
    if x == 3:
        raise ValueError("boom " + str(x))
    return x * 2
seen = []
def note(x):
    seen.append(x)
    return boom(x)
for source in ([1, 2, 3, 4], [1, 2], []):
    try:
        print([note(v) for v in source])
    except ValueError as e:
        print("list", e, seen)
    try:
        print({note(v): v for v in source})
    except ValueError as e:
        print("dict", e, seen)
    try:
        print(sum(note(v) for v in source))
    except ValueError as e:
        print("sum", e, seen)
    try:
        print(any(note(v) > 100 for v in source), all(note(v) < 100 for v in source))
    except ValueError as e:
        print("any", e, seen)
    try:
        print(sorted(source, key=note), max(source, key=note, default="no"), min(source, key=lambda q: -note(q), default=7))
    except ValueError as e:
        print("key", e, seen)
    seen.clear()
data = [5, 3, 4, 1]
try:
    data.sort(key=note)
except ValueError as e:
    print(e, data)
try:
    data.sort(key=lambda v: [v, "x"][v])
except IndexError as e:
    print(e, data)
x = "outer"
print([x for x in range(3)], x)
print([[x * y for x in range(3)] for y in range(2)], x)
print([x for x in [x + "1", x + "2"]], x)
print([(x, y) for x in "ab" for y in x + "z" if y != "a"])
print([x for x in range(10) if x % 2 if x % 3])
print({x: y for x, y in [("a", 1), ("b", 2)]}, x)
print([a + b for a, (b, c) in [(1, (2, 3)), (4, (5, 6))]])
print([len(line) for line in "a bb ccc".split()])
def inner(x):
    y = [x for x in range(x)]
    z = [x for _ in range(2)]
    return x, y, z
print(inner(3))
try:
    print([1 // v for v in [1, 0]])
except ZeroDivisionError as e:
    print(e)
try:
    [a for a, b in [(1, 2), (3,)]]
except ValueError as e:
    print(e)
try:
    [a for a in 5]
except TypeError as e:
    print(e)
print(",".join(str(boom(i)) for i in [1, 2]), list(boom(i) for i in (1, 2)), tuple(boom(i) for i in (1, 2)))
try:
    print(",".join(str(boom(i)) for i in [1, 3]))
except ValueError as e:
    print(e)
print(",".join(i for i in ["a", "b"]))
try:
    print(",".join(i for i in ["a", 1, 2]))
except TypeError as e:
    print(e)
try:
    print(",".join(i for i in []), max(i for i in []))
except ValueError as e:
    print(e)
print(max((i for i in []), default=None), min((i for i in [3, 1, 2]), default=None), sorted((i for i in [3, 1, 2]), reverse=True))
print(sum((i for i in [1.5, 2]), 10), sum(([i] for i in range(3)), []))
