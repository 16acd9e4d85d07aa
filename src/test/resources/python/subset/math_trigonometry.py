import math
for d in range(0, 361, 15):
    r = math.radians(d)
    print(d, r, math.sin(r), math.cos(r), math.tan(r), math.degrees(r))
for x in (-1.0, -0.7, -0.1, 0.0, 0.3, 0.5, 0.99, 1.0):
    print(x, math.asin(x), math.acos(x), math.atan(x), math.sinh(x), math.cosh(x), math.tanh(x), math.asinh(x), math.acosh(x + 2), math.atan2(x, 0.5), math.atan2(-x, -0.5))
print(math.atan2(0.0, -0.0), math.atan2(-0.0, -1), math.atan2(1, 0), math.atanh(0.5), math.atanh(-0.99), math.sin(1e6), math.cos(1e15), math.tan(1e10), math.sin(1e22))
for n in range(6):
    try:
        print(math.asin(2) if n == 0 else math.acos(-1.1) if n == 1 else math.atanh(1) if n == 2 else math.acosh(0.5) if n == 3 else math.sin(math.inf) if n == 4 else math.cosh(1000))
    except ValueError as e:
        print("value", e)
    except OverflowError as e:
        print("over", e)
