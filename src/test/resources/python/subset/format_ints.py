for n in (0, 7, -7, 1234, -1234, 1234567, -(10 ** 20), 2 ** 64):
    for spec in ("", "d", "5", "05", "+", " ", "-", "<8", ">8", "^8", "=8", "*^12", "0=+9", ",", "_", "+,d", "012,", "x", "X", "#x", "#X", "b", "#b", "o", "#o", "_x", "_b", "#_x", "#020b", "08x", "n", "e", ".2f", "10.1f", "g", "%", ".1%", "^+10,"):
        print(spec, f"{n:{spec}}", end="|")
    print()
for c in (65, 233, 0x65e5, 0x1f600):
    print(f"{c:c}", f"{c:>3c}|", f"{c:*^5c}|")
for spec in (".2", "s", ",x", "y", "5.2d", "+c", ",n", "_,", "#,c", "ab", ".", "10q", "=s", "<<<5"):
    try:
        print(spec, f"{65:{spec}}")
    except ValueError as e:
        print(spec, e)
try:
    print(f"{-1:c}")
except OverflowError as e:
    print(e)
try:
    print(f"{2 ** 90:c}")
except OverflowError as e:
    print(e)
