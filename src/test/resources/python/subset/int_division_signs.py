pairs = [(7, 2), (-7, 2), (7, -2), (-7, -2), (0, 5), (0, -5), (1, 3), (-1, 3), (1, -3), (6, 3), (-6, 3)]
big = 10 ** 25
for a, b in pairs:
    print(a, b, a // b, a % b, divmod(a, b), a / b, (a // b) * b + a % b == a)
for a, b in pairs:
    x = a * big + 7
    y = b * 10 ** 9 + 1
    print(x // y, x % y, divmod(x, y), x // b, x % b, a // y, a % y)
print((-2 ** 63) // -1, (-2 ** 63) % -1, divmod(-2 ** 63, -1))
print((-2 ** 62) // -1, -(2 ** 62) * -1)
for d in range(1, 6):
    print([n // d for n in range(-8, 9)], [n % -d for n in range(-8, 9)])
