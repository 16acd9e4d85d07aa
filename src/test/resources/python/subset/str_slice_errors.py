s = "abc"
l = [1, 2, 3]
t = (1, 2, 3)
r = range(3)
bads = ["x", 1.5, [0], (0, 1)]
for b in bads:
    try:
        print(s[b:])
    except TypeError as e:
        print(e)
    try:
        print(l[b])
    except TypeError as e:
        print(e)
    try:
        print(t[b])
    except TypeError as e:
        print(e)
    try:
        print(r[b])
    except TypeError as e:
        print(e)
try:
    s[0] = "x"
except TypeError as e:
    print(e)
try:
    del s[0]
except TypeError as e:
    print(e)
try:
    t[0] = 1
except TypeError as e:
    print(e)
try:
    del t[0]
except TypeError as e:
    print(e)
for v in (5, 2.5, None, True):
    try:
        print(v[0])
    except TypeError as e:
        print(e)
