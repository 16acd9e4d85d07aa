def less(a, b):
    try:
        return a < b
    except TypeError as e:
        return str(e)
def more(a, b):
    try:
        return a >= b
    except TypeError as e:
        return str(e)
values = [1, 2.5, "a", [1], (1,), {1: 2}, None, True, range(3)]
for a in values:
    for b in values:
        print(repr(a), repr(b), less(a, b), "|", more(a, b), "|", a == b, a != b)
print([1, "a"] == [1, "a"], (1, 2) == [1, 2], {} == [], None == 0, "1" == 1, range(3) == [0, 1, 2], range(0) == range(5, 5), range(0, 4, 2) == range(0, 3, 2))
try:
    sorted([3, "a", 1])
except TypeError as e:
    print(e)
try:
    print([1, "x"] < [1, 2])
except TypeError as e:
    print(e)
print([1, "x"] < [2, 2], (1, "x") < (0, 3))
