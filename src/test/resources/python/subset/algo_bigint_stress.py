def gcd(a, b):
    while b:
        a, b = b, a % b
    return a
x = 12345678901234567891
y = 98765432109876543211
for i in range(25):
    x, y = (x * y + i) % (10 ** (20 + 3 * i) + 7), x * 31 + y // 3
    print(i, x, y, x // (y + 1), y % (x + 1), gcd(x, y), x & y, (x | y) - (x ^ y) == x & y, x > y)
    if i % 5 == 4:
        q, r = divmod(x * y, x + y)
        print(q * (x + y) + r == x * y, 0 <= r < x + y, (-x) // y * y + (-x) % y == -x, float(x), x / y)
    if (x << 7) >> 7 != x or (x ** 2 - y ** 2) != (x - y) * (x + y):
        print("wrong", i)
print(f"{x:,}", f"{y:x}", hex(-y), str(x)[::-1], int(str(x), 16) % 997, int(hex(y), 16) == y)
for k in (63, 64, 65, 95, 96, 127, 128, 191, 192):
    a, b = 2 ** k - 1, 2 ** (k // 2) + 1
    print(k, a // b, a % b, -a // b, a // -b, -a % b, a % -b, a * a // b, (a * a) % (b * b))
