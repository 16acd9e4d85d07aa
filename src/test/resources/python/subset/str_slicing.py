s = "Hello, Wörld! 日本😀"
n = len(s)
print(n, s[0], s[-1], s[7], s[8], s[14], s[-3:], s[::-1])
for a in (None, 0, 3, -4, 50, -50):
    for b in (None, 0, 5, -2, 50, -50):
        print(a, b, repr(s[a:b]), repr(s[a:b:2]), repr(s[a:b:-1]), repr(s[a:b:-3]))
for i in (n, -n - 1, 100, 10 ** 30):
    try:
        print(s[i])
    except IndexError as e:
        print(e)
try:
    print(s[1:2:0])
except ValueError as e:
    print(e)
for bad in ("1", 1.0, None):
    try:
        print(s[bad])
    except TypeError as e:
        print(e)
print(s[True], s[:10 ** 30], s[-10 ** 30:3], "abc"[1:][0], ""[0:5] == "")
