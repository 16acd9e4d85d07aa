a = [3, 1, 2]
print(a.append(5), a)
print(a.extend([7, 8]), a, a.extend("xy"), a, a.extend(range(2)), a.extend((9,)), a.extend({"k": 1}), a)
print(a.insert(0, "first"), a.insert(-1, "near"), a.insert(100, "end"), a.insert(-100, "start"), a)
print(a.pop(), a.pop(0), a.pop(-2), a.pop(3), a)
print(a.remove(1), a, a.index(7), a.count(8), a.count("zz"), a.index("x"), a.index("x", -3) if "x" in a[-3:] else -1)
print(a.reverse(), a)
b = a.copy()
b.append(1)
print(a == b, len(a), len(b), b.clear(), b, a)
c = [5, 3, 9, 1]
print(c.sort(), c, c.sort(reverse=True), c)
for i in (10, -10):
    try:
        c.pop(i)
    except IndexError as e:
        print(e)
try:
    [].pop()
except IndexError as e:
    print(e)
try:
    c.remove(99)
except ValueError as e:
    print(e)
try:
    c.index(99)
except ValueError as e:
    print(e)
try:
    c.extend(5)
except TypeError as e:
    print(e)
try:
    c.insert("a", 1)
except TypeError as e:
    print(e)
print(c, [True, 1, 1.0, "1"].count(1), [0, False, None, ""].index(False))
