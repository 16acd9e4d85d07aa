for i in range(3):
    pass
print(i)
for i in []:
    print("x")
print(i)
for i, c in enumerate("abc", start=10):
    print(i, c)
print(i, c)
squares = [i for i in range(20)]
print(i)
d = {}
for d["k"] in range(3):
    print(d)
l = [0, 0]
for l[1] in "xy":
    print(l)
for a, l[0] in [(1, 2), (3, 4)]:
    print(a, l)
for x in (1, 2), (3, 4):
    print(x)
for y in 1, "two", None:
    print(y)
for a in range(2):
    for a in range(5, 7):
        print(a)
    print("outer", a)
def f():
    for q in range(4):
        if q == 2:
            return q
    return -1
print(f())
for k in {"one": 1, "two": 2}:
    print(k)
for z in zip([1, 2, 3], "ab", (True, False, None)):
    print(z)
for e in reversed(range(3)):
    print(e, end="")
for e in reversed([1, 2]):
    print(e, end="")
print()
