a = 10
a += 5
a -= 3
a *= 4
a //= 5
a **= 3
a %= 100
a <<= 4
a |= 5
a &= 0xFFF
a ^= 0x55
a >>= 2
print(a)
a /= 7
print(a)
l = [1, 2, 3]
l[1] += 10
l[-1] *= 2
l += [4]
l *= 2
print(l)
d = {"n": 1, "s": "x", "l": []}
d["n"] += 1
d["s"] *= 3
d["l"] += ["q"]
print(d)
def index(text, value):
    print("index", text)
    return value
l[index("first", 0)] += index("second", 100)
print(l)
m = [[1], [2]]
m[0][0] += 5
m[1] += [3]
print(m)
s = ""
for i in range(5):
    s += str(i) + ","
    s *= 1
print(s)
t = ([1, 2], 3)
try:
    t[0] += [3]
except TypeError as e:
    print(e, t)
try:
    undefined += 1
except NameError as e:
    print(e)
x = 2 ** 62
for i in range(4):
    x += x
    print(x)
x -= 2 ** 66
print(x)
