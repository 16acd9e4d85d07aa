rows = [("alpha", 1, 0.5), ("beta", 22, 12.25), ("gamma long name", 333, 1234.5678), ("δέλτα", -4, -0.001), ("", 0, 1e10)]
for name, n, x in rows:
    print(f"|{name:<10}|{n:>6}|{x:>12.3f}|")
    print(f"|{name:^12.6}|{n:+05d}|{x:<14.4e}|{x:^12g}|")
    print("|%-10s|%6d|%12.3f|" % (name, n, x), "|{:<10}|{:>6}|{:>12.3f}|".format(name, n, x), "|" + name.ljust(10) + "|" + str(n).rjust(6) + "|" + str(round(x, 3)).center(12) + "|")
    print(f"{n:,}|{n * 1000003:,}|{x:,.2f}|{n:_}|{n:08.2f}|{n:x}|{abs(n):b}|{n:o}|{x:%}|{x:.0%}|{n:e}|{x!s:>12}|{name!r:>20}")
width = max(len(r[0]) for r in rows)
print("+" + "-" * (width + 2) + "+")
for r in sorted(rows, key=lambda r: (r[1], r[0])):
    print(f"| {r[0]:{width}} |")
print("total".rjust(width, "."), sum(r[1] for r in rows), f"{sum(r[2] for r in rows):.4f}", f"{sum(r[2] for r in rows) / len(rows):12.6g}")
