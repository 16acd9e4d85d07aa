# Division rounds down, shifts and bits have endless sign, conversions are strict.
for a in (7, -7):
    for b in (3, -3):
        print(a, b, a // b, a % b, divmod(a, b), a / b, int(a / b), pow(a, b))
print(7 & -2, 7 | -8, 6 ^ -1, ~0, -1 >> 5, 1 << 40, -5 >> 1, 5 & 3 | 4 ^ 1)
print(int(" 42\n"), int("-1_000"), int("ff", 16), int("0b101", 0), int(3.99), int(-3.99), int(True))
for text in ("4.0", "", "0x", "1__0", "08", "٣", "twelve"):
    try:
        print(repr(text), int(text, 0 if text == "08" else 10))
    except ValueError as e:
        print(e)
print((255).to_bytes(2, "little"), (-2).to_bytes(3, "big", signed=True), int.from_bytes(b"\x01\x00", "big"))
print(10 .real, (10).conjugate(), (10).as_integer_ratio(), True + True, isinstance(True, int))
print(0.1 + 0.2 == 0.3, 1e16 + 1 == 1e16, 2**63 - 1, -(2**63), 2**31 * 2**31, 0xFFFF_FFFF * 0xFFFF_FFFF)
for wrong in (lambda: 1 // 0, lambda: 1 % 0, lambda: 0**-1, lambda: 1 << -1, lambda: int([]), lambda: 2.0 << 1):
    try:
        wrong()
    except (ZeroDivisionError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
total = 0
for i in range(1, 20_000):
    total = (total * 31 + i) % 1_000_003
print(total)
