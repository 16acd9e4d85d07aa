cases = [0.5, 1.5, 2.5, 0.05, 0.15, 0.25, 0.35, 1.005, 2.675, 1.45, 1.55, 5.015, 1234.5678, -1234.5678, 1e-7, 999999.5, 0.1 + 0.2]
for x in cases:
    print(x, [round(x, d) for d in range(-4, 8)], round(x), int(x))
print(round(1e308, -308), round(5e-324, 323), round(1.7e308, 2), round(-0.4), round(-0.4, 0), round(123.0, -2), round(1e300, 5))
for x in (float("inf"), float("nan")):
    print(round(x, 2))
    try:
        print(round(x))
    except OverflowError as e:
        print("overflow", e)
    except ValueError as e:
        print("value", e)
try:
    print(round(1.7e308, -308))
except OverflowError as e:
    print(e)
