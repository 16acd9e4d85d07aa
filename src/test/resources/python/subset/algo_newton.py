def isqrt(n):
    if n < 0:
        raise ValueError("negative")
    if n == 0:
        return 0
    x = 1 << (n.bit_length() + 1) // 2
    while True:
        y = (x + n // x) // 2
        if y >= x:
            return x
        x = y
for n in (0, 1, 2, 15, 16, 17, 10 ** 20, 2 ** 63, 10 ** 40 + 1, 2 * 10 ** 100):
    r = isqrt(n)
    print(n, r, r * r <= n < (r + 1) ** 2)
x = 1.0
for i in range(7):
    x = (x + 2 / x) / 2
    print(i, x, x * x - 2, abs(x - 2 ** 0.5) < 1e-12)
digits = str(isqrt(2 * 10 ** 200))
print(digits[0] + "." + digits[1:])
def cube_root(a):
    x = a if a > 1 else 1.0
    while abs(x * x * x - a) > 1e-9 * a:
        x -= (x * x * x - a) / (3 * x * x)
    return x
print([round(cube_root(a), 9) for a in (1.0, 8.0, 27.0, 2.0, 0.001, 1e12)])
try:
    isqrt(-4)
except ValueError as e:
    print(e)
