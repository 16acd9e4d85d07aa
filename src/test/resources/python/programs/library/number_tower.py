# numbers: which types stand where, and a type of our own among them.
import numbers
from decimal import Decimal
from fractions import Fraction

tower = [numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral]
for value in (1, True, 1.5, 2j, Fraction(1, 2), Decimal(1), "1"):
    print(type(value).__name__, [t.__name__ for t in tower if isinstance(value, t)])
print((1).numerator, Fraction(1, 2).real, (2.5).imag, (3).conjugate(), Fraction(3, 2).__floor__(), hash(1) == hash(1.0) == hash(Fraction(1)) == hash(Decimal(1)) == hash(1 + 0j))
print(1 == 1.0 == Fraction(1) == Decimal(1), Fraction(1, 2) + 1, Fraction(1, 2) + 0.5, Fraction(1, 2) + 1j, 0.1 == Fraction(1, 10), Decimal("0.5") == Fraction(1, 2))


class Mod7(numbers.Number):
    def __init__(self, n):
        self.n = n % 7

    def __add__(self, other):
        return Mod7(self.n + (other.n if isinstance(other, Mod7) else other))

    __radd__ = __add__

    def __repr__(self):
        return f"{self.n} mod 7"

    def __index__(self):
        return self.n


print(sum([Mod7(5), Mod7(6)]), 3 + Mod7(5), isinstance(Mod7(1), numbers.Number), "abcdefg"[Mod7(9)], bin(Mod7(5)), int(Mod7(13)))
