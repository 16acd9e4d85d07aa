a = 123456789012345678901234567890
b = 987654321098765432109876543210
print(a + b, a - b, b - a, a * b, b // a, b % a, a ** 3)
x = 1
for i in range(1, 40):
    x = x * (i * 1000003) + i
    print(i, x, x % 1000000007, x // (i + 10 ** 12), -x // (10 ** i), -x % (10 ** i))
while x:
    print(x)
    x //= 10 ** 17
y = 3 ** 500
z = 7 ** 300
print(y // z, y % z, divmod(-y, z), y * z % 1000000007, (y - z) // (z // 3 ** 99))
print(y & z, y | z, y ^ z, -y & z, y >> 300, len(str(y)))
