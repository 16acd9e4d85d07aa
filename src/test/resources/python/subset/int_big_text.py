for e in (20, 50, 100, 300, 1000):
    n = 7 ** e
    s = str(n)
    print(e, len(s), s[:20], s[-20:], int(s) == n, int("-" + s) == -n)
    print(f"{n:x}"[:30], f"{n:,}"[:30], f"{n:_}"[-30:], f"{n:>{len(s) + 3}}"[:10], "%d" % n == s)
print(10 ** 40, -10 ** 40, 10 ** 40 - 1, 10 ** 40 + 1, repr(10 ** 22))
try:
    print(len(str(10 ** 5000)))
except ValueError as err:
    print(err)
try:
    print(int("1" * 5000))
except ValueError as err:
    print(err)
print(len(hex(10 ** 5000)), 10 ** 5000 % 997, len(str(10 ** 4299)))
