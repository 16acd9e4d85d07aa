# Exact fractions, and a series of them.
from fractions import Fraction
from math import floor

a, b = Fraction(3, 4), Fraction("-5/6")
print(a + b, a - b, a * b, a / b, a**3, a**-2, abs(b), -a, a // b, a % b, a > b, round(a), floor(b))
print(Fraction("3.25"), Fraction(0.5), Fraction("1e-3"), Fraction(0.1).limit_denominator(100), Fraction(6, -8))
print(sum(Fraction(1, n) for n in range(1, 31)))
print(Fraction(7, 2).numerator, float(a), int(Fraction(7, 2)), a == 0.75, hash(Fraction(2)) == hash(2), repr(a))
print(Fraction(22, 7) + 1, Fraction(1, 3) + 0.5, f"{Fraction(1, 3):.4f}", f"{Fraction(12345, 7):,.2f}")
x = Fraction(1)
for _ in range(6):
    x = (x + 2 / x) / 2
print(str(x)[:40], len(str(x.numerator)))
for wrong in (lambda: Fraction(1, 0), lambda: Fraction("a"), lambda: Fraction(1.5, 2)):
    try:
        wrong()
    except (ZeroDivisionError, ValueError, TypeError) as e:
        print(e)
