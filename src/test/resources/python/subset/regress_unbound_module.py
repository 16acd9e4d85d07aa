def f():
    return x, y
try:
    print(x)
except NameError as e:
    print(e)
try:
    x = x + 1
except NameError as e:
    print(e)
try:
    x = [0 if x == "." else 1 for c in "ab"]
except NameError as e:
    print(e)
try:
    x += 1
except NameError as e:
    print(e)
for i in range(2):
    try:
        print(y)
    except NameError as e:
        print(e)
    y = 3
x = 5
print(f())
try:
    print(z)
except NameError as e:
    print(e)
z = 6
def g():
    global w
    w = z
    return w
try:
    print(w)
except NameError as e:
    print(e)
g()
print(w, z)
for s in (10 ** 19, 10 ** 20, 10 ** 30, 2 ** 64, 30 * 2 ** 61 - 1, 30 * 2 ** 61):
    try:
        print(0 << s, -5 >> s, 5 << s)
    except (MemoryError, OverflowError) as e:
        print(type(e), e)
