total = 0
for i in range(0, 10 ** 6, 99991):
    total += i
    print(i, total)
for i in range(10 ** 18, 10 ** 18 + 5 * 10 ** 17, 10 ** 17):
    print(i, i * i)
for i in range(2 ** 63 - 2, 2 ** 63 + 3, 2):
    print(i, hex(i))
for i in range(-(2 ** 63) + 2, -(2 ** 63) - 3, -1):
    print(i)
r = range(-(10 ** 25), 10 ** 25, 10 ** 24)
print(len(r), r[3], r[-1], 0 in r, 5 in r, r)
for a in range(-4, 5, 4):
    for b in range(a, a + 9, 3):
        for c in range(b, a - 1, -2):
            print(a, b, c, end=" / ")
    print()
print([list(range(a, b, s)) for a in (0, 3) for b in (0, 4, -4) for s in (1, -1, 2, -3)])
