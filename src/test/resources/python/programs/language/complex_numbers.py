# Complex arithmetic and its text.
import cmath

a, b = 3 + 4j, complex("1-2j")
print(a + b, a * b, a / b, a**2, -a, abs(a), a.conjugate(), a.real, a.imag)
print(1j**2, 0j, -0.0 + 0j, complex(1, -0.0), complex("-1e5j"), 1e20j)
print(f"{a:.2f}", f"{b!s:>10}", a == 3 + 4j, a != 3, complex(5) == 5)
print([round(x, 10) for x in cmath.polar(1 + 1j)], cmath.isclose(cmath.exp(1j * cmath.pi), -1))
print(cmath.sqrt(-4), cmath.phase(-1), cmath.isinf(complex("inf+1j")))
for wrong in ("1 +2j", "j2", ""):
    try:
        complex(wrong)
    except ValueError as e:
        print(e)
try:
    a < b
except TypeError as e:
    print(e)
try:
    a // b
except TypeError as e:
    print(e)
try:
    a / 0
except ZeroDivisionError as e:
    print(e)
