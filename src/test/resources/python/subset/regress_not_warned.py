x = "s"
print([1, 2][-1], "abc"[1:2], (1, 2)[True], [3, 4][1 - 1], f"{x}"[0], f"{x}abc"[-1], [i for i in "ab"][0])
assert (x), "msg"
assert (x or x)
print(f"\\{x}", "\\d", r"\d", rf"\d{x}", "\101", "\377", f"{x:\x3e4}|", rf"{x:\x3e4}|", f"{'\x41'=}", f'{x!r:>10}', f"{x = }", f"{x+'q' = !s}", f'''{
x
=}''')
