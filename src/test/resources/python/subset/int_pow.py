for base in (-3, -2, -1, 0, 1, 2, 3, 10):
    print(base, [base ** e for e in range(9)])
for base in (2, -2, 7, -10):
    print(base, [base ** -e for e in range(1, 5)])
print(2 ** 62, 2 ** 63, 2 ** 64, (-2) ** 63, (-2) ** 64, -2 ** 2, 3 ** 41, 10 ** 18, 10 ** 19, 7 ** 77)
print(2 ** 3 ** 2, (2 ** 3) ** 2, -1 ** 2, (-1) ** 2, 2 ** -1 ** 2)
print(0 ** 0, 0 ** 5, True ** 5, 2 ** True, 0.0 ** 0)
try:
    print(0 ** -1)
except ZeroDivisionError as e:
    print(e)
try:
    print(0.0 ** -2)
except ZeroDivisionError as e:
    print(e)
