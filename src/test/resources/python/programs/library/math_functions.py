# The math module at ordinary and at awkward places.
import math

print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.fmod(-7, 3), math.remainder(7, 4), math.modf(-2.25))
print(math.sqrt(2), round(math.cbrt(27), 9), math.hypot(3, 4), math.hypot(1, 2, 2), math.dist((0, 0), (3, 4)), math.isqrt(99))
print(math.frexp(10.0), math.ldexp(0.625, 4), math.copysign(3, -0.0), math.nextafter(1, 2), math.ulp(1.0))
print(math.comb(50, 25), math.perm(10, 3), math.prod([2, 3.5]), math.factorial(20), math.gcd(12, 18, 27), math.lcm(4, 6))
print(math.fsum([0.1] * 10), sum([0.5] * 10), math.isclose(0.1 + 0.2, 0.3), math.inf > 1e308, math.isnan(math.nan))
for f in (math.sin, math.cos, math.tan, math.exp, math.log, math.atan, math.asinh, math.erf, math.gamma):
    print(f.__name__, [f"{f(x):.9g}" for x in (0.1, 1, 2.5)])
print(math.log(8, 2), math.log2(1024), math.log10(0.001), math.log1p(0), math.expm1(0), math.log2(2**1000))
print(math.degrees(math.pi), math.radians(180) == math.pi, math.atan2(-1, -1) / math.pi, math.sumprod([1, 2], [3, 4]))
for wrong in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.exp(1000), lambda: math.factorial(-1), lambda: math.gamma(0)):
    try:
        wrong()
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
