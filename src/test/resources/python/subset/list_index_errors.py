a = [10, 20, 30]
for i in (0, -1, -3, 2, 3, -4, 100, 2 ** 70, -(2 ** 70), True):
    try:
        print(i, a[i])
    except IndexError as e:
        print(i, "IndexError", e)
for i in (3, -4):
    try:
        a[i] = 1
    except IndexError as e:
        print(e)
    try:
        del a[i]
    except IndexError as e:
        print(e)
    try:
        print((1, 2, 3)[i])
    except IndexError as e:
        print(e)
    try:
        print(range(3)[i])
    except IndexError as e:
        print(e)
    try:
        print("abc"[i])
    except IndexError as e:
        print(e)
for i in ("0", 1.0, None, [1]):
    try:
        a[i] = 5
    except TypeError as e:
        print(e)
    try:
        del a[i]
    except TypeError as e:
        print(e)
a[0], a[-1] = a[-1], a[0]
del a[1]
print(a)
