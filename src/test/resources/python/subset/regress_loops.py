l = [1, 2, 3]
for x in l:
    if len(l) < 8:
        l.append(x * 10)
    print(x, end=" ")
print(l)
l = [1, 2, 3, 4, 5, 6]
for x in l:
    l.remove(x)
print(l)
l = [1, 2, 3, 4]
for i, x in enumerate(l):
    if i == 1:
        l.pop(0)
    print(i, x)
d = {"a": 1, "b": 2}
try:
    for k in d:
        d[k + "x"] = 1
except RuntimeError as e:
    print(e, d)
try:
    for k in d:
        del d[k]
except RuntimeError as e:
    print(e, d)
for k in d:
    d[k] = 5
print(d)
try:
    for k, v in d.items():
        d[k] = v + 1
        d.pop("bx", 0)
except RuntimeError as e:
    print(e, d)
for k in list(d):
    del d[k]
print(d)
for i in range(10 ** 20, 10 ** 20 + 3):
    print(i)
for i in range(10 ** 20 + 3, 10 ** 20, -2):
    print(i)
for i in range(2 ** 62 - 2, 2 ** 62 + 2):
    print(i, end=",")
print()
for i in range(-2 ** 62 + 1, -2 ** 62 - 3, -1):
    print(i, end=",")
print()
print(len(range(0, 10 ** 18, 7)), 10 ** 17 in range(0, 10 ** 18, 7), range(5)[-1], range(10)[2:8:3], range(0, 10, 3)[::-1])
i = "kept"
for i in range(0):
    pass
print(i)
for i in range(3):
    i = i * 10
    print(i)
print(i)
n = 3
for i in range(n):
    n = 10
    print(i, n)
n = 0
while n < 3:
    n += 1
    if n == 5:
        break
else:
    print("else", n)
while n:
    n -= 1
    if n == 1:
        break
else:
    print("no")
while False:
    print("never")
else:
    print("else of false")
while 0:
    pass
for c in "héllo":
    print(c, end="|")
print()
for a, b in [(1, 2), [3, 4], "xy"]:
    print(a, b)
for (a, b), c in [((1, 2), 3)]:
    print(a, b, c)
cells = [0, 0]
for cells[1] in [7, 8]:
    print(cells)
for cells[0], x in [(1, 2), (3, 4)]:
    print(cells, x)
for x in range(True, 5, True):
    print(x, end=" ")
print()
try:
    for x in range(1.5):
        pass
except TypeError as e:
    print(e)
try:
    for x in range(1, 5, 0):
        pass
except ValueError as e:
    print(e)
try:
    for x in range("a", 5):
        pass
except TypeError as e:
    print(e)
try:
    for x in range(1, None):
        pass
except TypeError as e:
    print(e)
it = iter([1, 2, 3, 4, 5])
for x in it:
    print(x, next(it, "end"))
z = zip([1, 2, 3], "ab")
for p in z:
    print(p)
for x in reversed([1, 2, 3]):
    print(x, end=" ")
for x in reversed("abc"):
    print(x, end=" ")
for x in reversed(range(5)):
    print(x, end=" ")
for x in reversed({"p": 1, "q": 2}):
    print(x)
for i in range(2):
    for j in range(2):
        for k in range(2):
            if k:
                continue
            if j:
                break
            print(i, j, k)
        else:
            continue
        break
else:
    print("outer else")
e = enumerate("abc", start=2)
print(next(e), list(e))
e = enumerate("ab", 10 ** 19)
print(list(e))
for i, (a, b) in enumerate([(1, 2), (3, 4)]):
    print(i, a, b)
for i, x in enumerate(range(3), 1):
    print(i, x)
total = 0
for x in d.keys():
    total += 1
for n in range(1, 4): total += n; total *= 2
print(total)
for x in (): print("never")
for x in []: pass
else: print("empty else")
