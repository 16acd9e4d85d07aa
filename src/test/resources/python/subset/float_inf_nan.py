inf = float("inf")
nan = float("nan")
for a in (inf, -inf, nan, 0.0, 1.0):
    for b in (inf, -inf, nan, 2.0, -0.0):
        print(a, b, a + b, a - b, a * b, a < b, a <= b, a == b, a != b, a > b, a >= b, max(a, b), min(a, b))
print(nan in [nan], [nan] == [nan], nan == nan, (nan,) == (nan,), [nan].count(nan), [1, nan].index(nan))
print(inf == inf, inf > 10 ** 400, -inf < -10 ** 400, inf == 10 ** 400, bool(nan), bool(inf), not nan)
print(1e308 * 10, -1e308 * 10, 1e308 + 1e308, 1e-320 / 1e10, inf - inf, 0 * inf)
print(2.0 ** 1023 * 2, 1e200 * 1e200, sum([inf, -inf]), sorted([3.0, inf, -inf, 0]))
try:
    print(2.0 ** 1024)
except OverflowError as e:
    print(e)
