for m in (1, 2, 7, 97, 10 ** 9 + 7, 2 ** 61 - 1, 2 ** 89 - 1, -7):
    print(m, [pow(b, e, m) for b in (0, 1, 2, 3, -5, 10 ** 20) for e in (0, 1, 2, 10, 1000)])
for a in range(1, 11):
    print(a, pow(a, -1, 11), pow(a, -3, 11))
for b, e, m in ((2, 3, 0), (2, -1, 4), (0, -1, 7)):
    try:
        print(pow(b, e, m))
    except ValueError as error:
        print(error)
print(pow(2, 10), pow(2, -2), pow(2.0, 3), pow(-8, 3), pow(3, 200, 1000007))
try:
    print(pow(2.5, 3, 7))
except TypeError as error:
    print(error)
