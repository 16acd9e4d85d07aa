def hms(seconds):
    sign = "-" if seconds < 0 else ""
    m, s = divmod(abs(seconds), 60)
    h, m = divmod(m, 60)
    d, h = divmod(h, 24)
    return f"{sign}{d}d " * bool(d) + f"{h:02}:{m:02}:{s:02}"
for s in (0, 59, 60, 3599, 3600, 86399, 86400, 10 ** 6, -75, 10 ** 15):
    print(s, hms(s))
def human(n):
    for unit in ("B", "KiB", "MiB", "GiB", "TiB"):
        if abs(n) < 1024 or unit == "TiB":
            return f"{n:.1f} {unit}" if unit != "B" else f"{n} B"
        n /= 1024
print([human(n) for n in (0, 1023, 1024, 1536, 10 ** 6, 10 ** 9, 5 * 10 ** 12, 10 ** 18, -2048)])
def ordinal(n):
    return f"{n}{'th' if 10 <= n % 100 <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"
print(" ".join(ordinal(n) for n in (1, 2, 3, 4, 10, 11, 12, 13, 21, 22, 101, 111, 1003)))
small = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
def words(n):
    if n < 0:
        return "minus " + words(-n)
    if n < 20:
        return small[n]
    if n < 100:
        return tens[n // 10] + ("-" + small[n % 10] if n % 10 else "")
    for size, name in ((10 ** 9, "billion"), (10 ** 6, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= size:
            return words(n // size) + " " + name + (" " + words(n % size) if n % size else "")
for n in (0, 7, 13, 42, 100, 115, 999, 1000, 12345, 1000001, -38, 987654321098):
    print(n, words(n))
