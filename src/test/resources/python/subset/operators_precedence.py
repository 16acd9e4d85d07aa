a, b, c = 7, 3, 2
print(a + b * c, (a + b) * c, a - b - c, a ** b ** c % 1000, -a ** c, (-a) ** c, a // b * c, a % b + c, a << b + c, a << b << c, a | b & c, a ^ b | c, a & b == c, a & (b == c))
print(not a == b, not a and b or c, a or b and c, a if b else c + 1, (a if b else c) + 1, -a // b, -(a // b), ~a + b, ~(a + b), -b ** -c, 2 ** -1 ** 2, a < b == False, (a < b) == False)
print(1 + 2 << 3 - 1, 6 / 2 * 3, 2 * 3 % 4, -5 % 3, -(5 % 3), 5 - -3, 5 - - - 3, not not a, 10 - 2 * 3 ** 2 // 4, 1 < 2 < 3 != 4, "a" + "b" * 2, [1] + [2] * 2, a in [7] == True)
print(a * b // c, a // b * c, a % b * c, a * b % c, a / b / c, a - b + c, a ^ b & c | a << 1, a >> 1 & b, (a, b) + (c,), [a, b][1] ** 2, "abc"[1] * 2, -[a, b][0], not [a][0] - 7)
for x in (0, 1, 2):
    for y in (0, 1, 2):
        print(x, y, x and y or 9, x or y and 9, not x or y, not (x or y), x == y or x < y and 5, x if y else y if x else -1, x + y if x else x - y, x << y | y << x, x ** y - y ** x)
