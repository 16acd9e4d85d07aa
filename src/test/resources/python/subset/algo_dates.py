def leap(y):
    return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)
lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
def days_in(y, m):
    return 29 if m == 2 and leap(y) else lengths[m - 1]
def ordinal(y, m, d):
    if not 1 <= m <= 12 or not 1 <= d <= days_in(y, m):
        raise ValueError(f"no such day: {y:04}-{m:02}-{d:02}")
    return 365 * (y - 1) + (y - 1) // 4 - (y - 1) // 100 + (y - 1) // 400 + sum(days_in(y, k) for k in range(1, m)) + d
def from_ordinal(n):
    y = 1
    while n > 365 + leap(y):
        n -= 365 + leap(y)
        y += 1
    m = 1
    while n > days_in(y, m):
        n -= days_in(y, m)
        m += 1
    return y, m, n
names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
for y, m, d in ((1, 1, 1), (1970, 1, 1), (2000, 2, 29), (2024, 12, 31), (1900, 3, 1)):
    o = ordinal(y, m, d)
    print(f"{y:04}-{m:02}-{d:02}", o, names[(o - 1) % 7], from_ordinal(o), "%04d-%02d-%02d" % from_ordinal(o + 100))
for bad in ((2023, 2, 29), (2024, 13, 1), (2024, 4, 31)):
    try:
        ordinal(bad[0], bad[1], bad[2])
    except ValueError as e:
        print(e)
def calendar(y, m):
    print(f"{y}-{m:02}".center(20))
    print(" ".join(n[:2] for n in names))
    first = (ordinal(y, m, 1) - 1) % 7
    cells = ["  "] * first + [f"{d:2}" for d in range(1, days_in(y, m) + 1)]
    for i in range(0, len(cells), 7):
        print(" ".join(cells[i:i + 7]))
calendar(2024, 2)
calendar(2026, 11)
print([y for y in range(1896, 1913) if leap(y)])
