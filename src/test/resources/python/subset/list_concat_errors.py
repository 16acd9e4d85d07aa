def add(a, b):
    try:
        return a + b
    except TypeError as e:
        return "TypeError: " + str(e)
values = [1, 2.5, "s", [1], (2,), {3: 4}, None, True, range(2)]
for a in values:
    for b in values:
        print(repr(a), "+", repr(b), "->", add(a, b))
x = [1]
try:
    x += 5
except TypeError as e:
    print(e)
try:
    x = x + (2,)
except TypeError as e:
    print(e)
x += (2,)
x += "ab"
x += {"k": 0}
print(x)
try:
    x *= "a"
except TypeError as e:
    print(e)
t = (1,)
try:
    t += [2]
except TypeError as e:
    print(e)
t += (2,)
print(x, t)
