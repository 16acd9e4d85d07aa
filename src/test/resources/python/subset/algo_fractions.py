def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)
def make(n, d):
    if d == 0:
        raise ZeroDivisionError(f"fraction {n}/0")
    g = gcd(n, d)
    n, d = n // g, d // g
    return (-n, -d) if d < 0 else (n, d)
def add(a, b):
    return make(a[0] * b[1] + b[0] * a[1], a[1] * b[1])
def times(a, b):
    return make(a[0] * b[0], a[1] * b[1])
def text(a):
    return f"{a[0]}/{a[1]}" if a[1] != 1 else str(a[0])
h = (0, 1)
for i in range(1, 41):
    h = add(h, (1, i))
    if i % 5 == 0:
        print(i, text(h), h[0] / h[1])
print(text(add((1, 2), (-1, 3))), text(times((2, 3), (9, 4))), text(make(6, -4)), text(make(0, 5)))
def continued(n, d):
    out = []
    while d:
        out.append(n // d)
        n, d = d, n % d
    return out
for n, d in ((415, 93), (-7, 3), (31415926, 10000000), (1, 7)):
    c = continued(n, d)
    value = (c[-1], 1)
    for q in c[-2::-1]:
        value = add((q, 1), make(value[1], value[0]))
    print(n, d, c, text(value))
try:
    make(1, 0)
except ZeroDivisionError as e:
    print(e)
