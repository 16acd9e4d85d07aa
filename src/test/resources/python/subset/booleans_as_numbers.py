flags = [True, False, True, True]
print(sum(flags), flags.count(True), max(flags), min(flags), sorted(flags), flags.index(False), [10, 20][flags[0]], "ab"[False], -True, +False, ~True, True << 3, True ** 2, True / 4, 7 // True, 7 % True, divmod(5, True))
print(True + 0.5, True * "x", [0] * True, True < 1.5, True == 1 == 1.0, True is True, (True, 1) == (1, True), {True: 1}[1], {1: "one"}[True], [1, 2, 3][True:], range(True, 4), list(range(True)))
print(int(True), float(False), str(True), repr(False), f"{True:d}{False:03d}{True:>5}{True:.1f}{True!s:>6}", "%d %s %5.1f %x" % (True, True, True, True), "{:b}".format(True), round(True), abs(False), bin(True), hex(False), chr(True + 64), pow(True, 5), pow(True, 2, 3))
for a in flags[:2]:
    for b in (0, 1, True, False, 1.0, "", "x", None):
        print(a, repr(b), a == b, a != b, a and b, a or b, a & bool(b), a | bool(b), a ^ bool(b), not a or b, a in [b], isinstance(b, bool))
x = True
x += 1
print(x, type(x))
x = True
x &= False
print(x, type(x), type(True + True), type(True & 1), type(not 1), type(True and 1), type(1 and True))
count = 0
for i in range(20):
    count += i % 3 == 0 and i % 2 == 1
    count -= not i
print(count, any(flags), all(flags), [not f for f in flags], [f * i for i, f in enumerate(flags)])
