symbols = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
values = {s: v for v, s in symbols}
def to_roman(n):
    if not 0 < n < 4000:
        raise ValueError(f"cannot write {n}")
    out = ""
    for value, text in symbols:
        while n >= value:
            out += text
            n -= value
    return out
def from_roman(text):
    total = 0
    previous = 0
    for c in reversed(text.upper()):
        v = values[c]
        total += -v if v < previous else v
        previous = max(previous, v)
    return total
for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999):
    r = to_roman(n)
    print(f"{n:5} {r:>16} {from_roman(r)}")
print(all(from_roman(to_roman(n)) == n for n in range(1, 4000)), max(range(1, 4000), key=lambda n: len(to_roman(n))))
for bad in (0, 4000, -3):
    try:
        to_roman(bad)
    except ValueError as e:
        print(e)
try:
    from_roman("XQ")
except KeyError as e:
    print("unknown", e)
