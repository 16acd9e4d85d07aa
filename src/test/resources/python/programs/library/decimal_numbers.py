# Decimals: contexts, rounding modes, signals, exact text, many digits.
from decimal import (
    ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP,
    Decimal, DivisionByZero, Inexact, InvalidOperation, getcontext, localcontext,
)

print(Decimal("0.1") + Decimal("0.2"), Decimal("1.30") * 2, Decimal(1) / 7, Decimal(0.1))
for mode in (ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP):
    print(mode, [str(Decimal(x).quantize(Decimal("0.1"), mode)) for x in ("2.25", "-2.25", "2.35", "2.21")])
with localcontext() as c:
    c.prec = 60
    print(Decimal(2).sqrt(), Decimal(1).exp(), Decimal(10).ln())
    c.traps[Inexact] = True
    try:
        Decimal(1) / 3
    except Inexact as e:
        print("inexact", e.args)
print(getcontext().prec, Decimal("1E+3"), Decimal("1e-9") * 1, f"{Decimal('1234567.891'):,.2f}", Decimal("1000").normalize())
print(Decimal("NaN") == Decimal("NaN"), Decimal("-Infinity") < 0, Decimal("-0"), Decimal("1.0") == 1, hash(Decimal(5)) == hash(5))
print(Decimal("123.456").as_tuple(), Decimal("3.7") // 1, Decimal("-7") % 3, divmod(Decimal(7), 2), Decimal("2.50").adjusted())
for wrong in (lambda: Decimal(1) / 0, lambda: Decimal("x"), lambda: Decimal("sNaN") + 1, lambda: Decimal(0) / 0):
    try:
        wrong()
    except (DivisionByZero, InvalidOperation) as e:
        print(type(e).__name__, e)
try:
    Decimal(1) + 1.5
except TypeError as e:
    print(e)


def pi():
    getcontext().prec = 52
    lasts, t, s, n, na, d, da = 0, Decimal(3), Decimal(3), 1, 0, 0, 24
    while s != lasts:
        lasts = s
        n, na = n + na, na + 8
        d, da = d + da, da + 32
        t = (t * n) / d
        s += t
    getcontext().prec = 50
    return +s


print(pi())
