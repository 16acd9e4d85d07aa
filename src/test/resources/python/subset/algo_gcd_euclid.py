def gcd(a, b):
    while b:
        a, b = b, a % b
    return abs(a)
def extended(a, b):
    if b == 0:
        return a, 1, 0
    g, x, y = extended(b, a % b)
    return g, y, x - a // b * y
def inverse(a, m):
    g, x, y = extended(a % m, m)
    if g != 1:
        raise ValueError(f"{a} has no inverse modulo {m}")
    return x % m
for a, b in ((48, 18), (17, 5), (0, 9), (-12, 8), (2 ** 80, 6 ** 40), (10 ** 30 + 57, 10 ** 20 + 39)):
    g, x, y = extended(a, b)
    print(a, b, gcd(a, b), g, x, y, a * x + b * y == g)
for a in range(1, 12):
    try:
        print(a, inverse(a, 12), inverse(a, 101))
    except ValueError as e:
        print(e)
print(inverse(3, 2 ** 127 - 1))
