for n in (0, 5, 14, 15, 16, 25, 35, -15, -25, 1234567, -1234567, 10 ** 20 + 5):
    print(n, round(n), round(n, 2), round(n, 0), round(n, -1), round(n, -2), round(n, -3), round(n, -30))
print(round(True), round(True, -1), type(round(True)))
print(round(5, None), round(2 ** 70, -5))
for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1e16, 1e22, -3.7):
    print(x, round(x), round(x, 0), round(x, 1), round(x, 2), round(x, -1))
try:
    print(round("3"))
except TypeError as e:
    print(e)
try:
    print(round(3.2, 1.0))
except TypeError as e:
    print(e)
