for b in (2.0, -2.0, 0.5, 10.0, 1.0, 0.0):
    for e in (0, 1, 2, -1, 0.5, -2, 3.0, 10):
        if b > 0 or (b == 0 and e >= 0) or (b < 0 and e == int(e)):
            print(b, e, b ** e)
print(2 ** 0.5, 4 ** 0.5, 2 ** -1, 10 ** -3, 9 ** 0.5, 27 ** (1 / 3), 1.1 ** 10, 1.0001 ** 10000)
print(float("inf") ** 2, float("inf") ** -1, float("inf") ** 0, 1 ** float("nan"), float("nan") ** 0, 0.5 ** float("inf"))
print((-8.0) ** 3, (-1.0) ** 1e20, pow(2.5, 2), pow(2, 0.5), 1e-200 ** 2)
for b, e in ((0.0, -1), (10.0, 400), (0, -1.5)):
    try:
        print(b ** e)
    except ZeroDivisionError as err:
        print("zero", err)
    except OverflowError as err:
        print("over", err)
