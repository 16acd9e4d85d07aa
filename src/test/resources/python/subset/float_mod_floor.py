values = [7.5, -7.5, 2.0, -2.0, 0.3, -0.3, 1e17, 0.0, -0.0, 5, -5, 1e-5]
for a in values:
    for b in values:
        try:
            print(a, b, a % b, a // b, divmod(a, b))
        except ZeroDivisionError as e:
            print(a, b, e)
inf = float("inf")
print(5 % inf, -5 % inf, 5 // inf, -5 // inf, inf // 2, inf % 2, 0.0 % -3, -0.0 % 3)
print(1.0 // 0.1, 1.0 % 0.1, 0.7 // 0.1, 3.5 // -1.1)
for a in (1, 1.0):
    try:
        print(a / 0)
    except ZeroDivisionError as e:
        print(e)
