for x in (0.0, 0.9, -0.9, 1e10, 123456789.99, 2.0 ** 52 + 0.5, 2.0 ** 62, -2.0 ** 63, 1e19, 1e30, 1.7e308):
    print(int(x) if x < 1e300 else int(x) % 10 ** 9, x == int(x))
for n in (2 ** 53, 2 ** 53 + 1, 2 ** 53 + 2, 2 ** 53 + 3, 2 ** 60 + 2 ** 7, 2 ** 60 + 2 ** 7 + 1, 2 ** 64 - 1, 10 ** 22, 10 ** 23, 3 ** 60):
    print(n, float(n), n + 0.0, n * 1.0, n / 1, n == float(n), int(float(n)) - n)
for a, b in ((1, 3), (10 ** 30, 3), (2 ** 200, 2 ** 199), (10 ** 400, 10 ** 399), (-7, 10 ** 25), (2 ** 53 + 1, 1), (1, 10 ** 330)):
    print(a / b)
for x in (float("inf"), float("nan"), -float("inf")):
    try:
        print(int(x))
    except (OverflowError, ValueError) as e:
        print(repr(e))
try:
    print(10 ** 400 / 3)
except OverflowError as e:
    print(e)
try:
    print(10 ** 400 * 1.0)
except OverflowError as e:
    print(e)
