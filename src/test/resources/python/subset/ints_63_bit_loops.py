x = 2 ** 62 - 3
for i in range(7):
    print(i, x, -x, x * -1, ~x, x == 2 ** 62, x > 2 ** 62 - 1, abs(-x), -x - 1, x % 10, -x % 10, x // 3, hex(x))
    x += 1
x = 2 ** 63 - 3
for i in range(6):
    print(i, x, -x, x & 0xFFFF, -x >> 3, x << 1, x ^ -1, x | 1, float(x), x / 2)
    x += 1
y = -(2 ** 62) + 2
for i in range(5):
    print(y, -y, abs(y), y - 1, y * 2, y // -1, y % 7, divmod(y, -5), y >> 61, y << 2)
    y -= 1
product = 1
for i in range(1, 45):
    product *= -3
    print(product, product // 7, product % 1000, end=" ")
print()
for a in (3037000499, 3037000500, 2 ** 31, 2 ** 31 - 1, 2 ** 32, 4294967295, 2147483649):
    print(a * a, a * -a, a * a - 2 ** 62, a * a // a == a, a * (a + 1) // 2, (a * a) % 1000007, a ** 3)
n = 0
for i in range(100):
    n = n * 10 + i % 10
    if i % 11 == 0:
        print(n, n - 2 ** 62 > 0, n // 10 ** (i // 2))
