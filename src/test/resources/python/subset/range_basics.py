for r in (range(0), range(5), range(2, 7), range(0, 10, 3), range(10, 0, -3), range(5, 2), range(-3, 3), range(0, -5, -1), range(10 ** 20, 10 ** 20 + 3), range(3, 4, 100)):
    print(r, len(r), list(r), bool(r))
    print(list(reversed(r)), r[1:], r[::-1], r[::2], 4 in r, "a" in r, 4.0 in r, r == range(5), sum(r), r.count(3))
print(range(5)[2], range(5)[-1], range(0, 100, 7)[3:9:2], range(5).index(3), max(range(3, 9)), min(range(3, 9)), tuple(range(3)), range(1, 10)[2:5][1])
for i in range(3):
    print(i, end=" ")
    i = 10
print(i)
for i in range(0):
    print("never")
for i in range(5, 0, -2):
    print(i, end=",")
for i in range(2 ** 62 - 1, 2 ** 62 + 2):
    print(i, end=",")
print(i)
n = 3
for i in range(n):
    n = 10
    print(i, n, end=";")
print()
try:
    range(1, 2, 0)
except ValueError as e:
    print(e)
for bad in (1.5, "a", None):
    try:
        print(range(bad))
    except TypeError as e:
        print(e)
try:
    print(range(3).index(7))
except ValueError as e:
    print(e)
try:
    for i in 5:
        print(i)
except TypeError as e:
    print(e)
