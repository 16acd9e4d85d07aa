for n in (0, 9, 32, 65, 127, 128, 160, 255, 256, 0x7ff, 0x800, 0xffff, 0x10000, 0x10ffff):
    c = chr(n)
    print(n, ascii(c), ord(c), len(c), ascii(c * 2))
for n in (-1, 0x110000, 2 ** 40, 2 ** 80):
    try:
        print(chr(n))
    except (ValueError, OverflowError) as e:
        print(repr(e))
for s in ("", "ab"):
    try:
        print(ord(s))
    except TypeError as e:
        print(e)
for bad in (5, None, [1]):
    try:
        print(ord(bad))
    except TypeError as e:
        print(e)
for bad in ("a", 1.5, None):
    try:
        print(chr(bad))
    except TypeError as e:
        print(e)
print("".join(chr(ord("a") + i) for i in range(26)), chr(True) == "\x01")
