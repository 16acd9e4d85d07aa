l = [1, "a", 2.5, None, [3], (4,)]
for x in (1, 1.0, True, "a", "b", 2.5, None, [3], (4,), 0, "", [], [4], (4.0,)):
    print(repr(x), x in l, x not in l, l.count(x), x in tuple(l), [x] == [x])
print("a" in "banana", "nan" in "banana", "" in "x", "" in "", "x" in "", "ab" in "a b", "é" in "café")
print(1 in {1: 2}, 2 in {1: 2}, "k" in {"k": None}, 3 in range(5), 3.0 in range(5), 3.5 in range(5), -1 in range(5), 4 in range(0, 10, 2), 5 in range(0, 10, 2), 10 ** 20 in range(10 ** 30), "3" in range(5), None in range(3), True in range(2))
print(not 1 in [1], 1 in [1] in [[1]], 1 in [2] or 2 in [2], (1 in [1]) == True, 1 in [[1]], [1] in [[1]], "a" in ["abc"], "a" in {"a": 1}.values(), 1 in {"a": 1}.values(), ("a", 1) in {"a": 1}.items())
for bad in (5, None, 1.5):
    try:
        print(1 in bad)
    except TypeError as e:
        print(e)
for x in (1, None, ["a"], 1.5):
    try:
        print(x in "abc")
    except TypeError as e:
        print(e)
try:
    print([1] in {})
except TypeError as e:
    print(e)
