import math
for x in (0.1, 0.5, 1.0, 1.5, 2.0, 3.5, 5.0, 10.0, 20.5, 100.25):
    print(x, math.gamma(x), math.lgamma(x), math.erf(x / 4), math.erfc(x / 4))
for x in (-0.5, -1.5, -2.25):
    print(x, math.gamma(x), math.lgamma(x), math.erf(x), math.erfc(x))
print(math.hypot(3, 4), math.hypot(1, 2, 2), math.hypot(), math.hypot(-5), math.hypot(1e200, 1e200), math.dist([1, 2], [4, 6]), math.dist((0, 0, 0), (1, 1, 1)))
print(math.fsum([0.1] * 10), math.fsum([1e16, 1, -1e16]), math.fsum([]), math.fsum([1, 2, 3]), math.fsum([1e308, 1e308, -1e308]) if False else math.fsum([1e100, 1.0, -1e100, 1e-100]))
print(math.fmod(7, 3), math.fmod(-7, 3), math.fmod(7.5, -2), math.remainder(7, 3), math.remainder(-7.5, 2), math.remainder(5, 2), math.remainder(7, 2), math.fmod(1e22, 7))
print(math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1), math.isclose(1, 1.05, rel_tol=0.1), math.isclose(0, 1e-12), math.isclose(0, 1e-12, abs_tol=1e-9), math.isclose(math.inf, math.inf), math.isclose(math.nan, math.nan))
for n in range(7):
    try:
        print(math.gamma(0) if n == 0 else math.gamma(-2) if n == 1 else math.gamma(200) if n == 2 else math.lgamma(-1) if n == 3 else math.fmod(1, 0) if n == 4 else math.dist([1], [1, 2]) if n == 5 else math.ldexp(1.0, 5000))
    except ValueError as e:
        print("value", e)
    except OverflowError as e:
        print("over", e)
