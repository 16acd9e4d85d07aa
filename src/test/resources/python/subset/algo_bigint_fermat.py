print([2 ** 2 ** n + 1 for n in range(7)])
f = 2 ** 2 ** 9 + 1
print(f, f.bit_length(), f % 2424833, len(str(f)))
for p in (3, 7, 13, 31, 61, 127):
    s = 4
    m = 2 ** p - 1
    for i in range(p - 2):
        s = (s * s - 2) % m
    print(p, m, s == 0)
a, b = 1, 1
for i in range(8):
    a, b = a * a + b, a * b + 1
    print(len(str(a)), a % 10 ** 15, b % 10 ** 15)
n = 9 ** 9 ** 3
print(n % 1000000007, n.bit_length(), str(n)[:15], str(n)[-15:], n // 10 ** (len(str(n)) - 12))
x = 3 ** 200 - 2 ** 250
print(x, -x // 10 ** 50, -x % 10 ** 50, x * -x, abs(-x) == x, x ^ (x >> 1), (x << 13) - x * 8192)
print(sum(int(c) for c in str(2 ** 1000)), sum(i ** i for i in range(1, 101)) % 10 ** 10)
