import math
print(math.pi, math.e, math.tau, math.inf, -math.inf, math.nan, f"{math.pi:.20f}")
for x in (0.0, -0.0, 0.5, -0.5, 1.5, 2.5, -2.5, 1e10 + 0.7, -3.999999, 1e16, 1e300, 7, -7, True):
    print(x, math.floor(x) % 10 ** 12, math.ceil(x) % 10 ** 12, math.trunc(x) % 10 ** 12, math.fabs(x), math.modf(x), math.frexp(x))
for x in (math.inf, math.nan, -math.inf):
    for n in range(3):
        try:
            print(math.floor(x) if n == 0 else math.ceil(x) if n == 1 else math.trunc(x))
        except OverflowError as e:
            print("over", e)
        except ValueError as e:
            print("value", e)
    print(math.isnan(x), math.isinf(x), math.isfinite(x), math.fabs(x), math.modf(x), math.frexp(x))
print(math.copysign(3, -0.0), math.copysign(-2.5, 1), math.ldexp(0.75, 5), math.ldexp(1.0, -1074), math.ldexp(1, 3), math.nextafter(1.0, 2.0), math.nextafter(0.0, -1.0), math.ulp(1.0), math.ulp(1e300), math.ulp(0.0))
print(math.floor(2 ** 70), math.ceil(-(2 ** 70)), math.trunc(5), math.floor(1e22), math.ceil(-1e22))
