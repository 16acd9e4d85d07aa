import math
for x in (0.25, 0.5, 1, 2, 2.718281828459045, 10, 100, 1024, 1e10, 1e-10, 1e300):
    print(x, math.sqrt(x), math.cbrt(x), math.log(x), math.log2(x), math.log10(x), math.log1p(x), math.exp(-x), math.expm1(1 / x) if x >= 0.25 else 0, math.log(x, 3), math.log(x, 10))
for n in (2 ** 70, 10 ** 50, 3 ** 500, 10 ** 400, 7):
    print(math.log(n), math.log2(n), math.log10(n), math.log(n, 7))
print(math.pow(2, 10), math.pow(2, 0.5), math.pow(-2, 3), math.pow(0, 0), math.exp(0), math.exp(1), math.exp2(10), math.exp2(0.5), math.exp(-745.2), math.sqrt(2), math.sqrt(10 ** 30), math.cbrt(-27))
for n in range(12):
    try:
        print(math.sqrt(-1) if n == 0 else math.log(0) if n == 1 else math.log(-5) if n == 2 else math.log2(0) if n == 3 else math.log10(-1) if n == 4 else math.pow(0, -1) if n == 5 else math.pow(-1, 0.5) if n == 6 else math.exp(1000) if n == 7 else math.log1p(-1) if n == 8 else math.log(10, 1) if n == 9 else math.pow(10, 400) if n == 10 else math.sqrt("4"))
    except ValueError as e:
        print(n, "value", e)
    except OverflowError as e:
        print(n, "over", e)
    except ZeroDivisionError as e:
        print(n, "zero", e)
    except TypeError as e:
        print(n, "type", e)
