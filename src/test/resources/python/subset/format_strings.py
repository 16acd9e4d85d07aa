for s in ("", "a", "hello", "日本", "it's"):
    for spec in ("", "s", "8", "<8", ">8", "^8", "*^8", ".2", "8.3", ">8.1s", "日>4", "0>5", "05", "é^7.2s", "<", "<1"):
        print(spec, f"{s:{spec}}", end="|")
    print()
for spec in ("d", "+", " ", "=5", ",", "x", "#", ".2f", "-5", "_", "z", "c"):
    try:
        print(f"{'abc':{spec}}")
    except ValueError as e:
        print(spec, e)
for v in ([1], (1, 2), {1: 2}, None, range(3)):
    print(f"{v}", f"{v!s:>12}|", f"{v!r:<12}|", format(v), format(v, ""))
    try:
        print(f"{v:>10}")
    except TypeError as e:
        print(e)
for v in (True, False):
    print(f"{v}", f"{v:d}", f"{v:>6}", f"{v:5d}", f"{v:.1f}", f"{v!s:>7}", format(v, ""))
