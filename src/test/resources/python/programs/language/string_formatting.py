# Three ways to format, and the mini-language of widths, fills and signs.
name, n, x = "Ada", 1815, 3.14159
print(f"{name!r:>8}|{name:^9}|{name:*<6}|{name:.2}")
print(f"{n:,} {n:_} {n:x} {n:#X} {n:#b} {n:o} {n:+d} {n:08d} {-n:=+8} {n:e}")
print(f"{x:.2f} {x:8.3f} {x:<8.1f}| {x:+.0f} {x:010.4f} {x:.3%} {x:g}")
print(f"{n=} {x = :.1f} {name.upper()=!s}")
width, places = 12, 3
print(f"{x:{width}.{places}f}|{'{braces}'}|{{}}|{n!a}")
print("{} {1} {0}".replace("{} ", "").format("zero", "one"), "{0[1]} {0[k].real}".format({1: "a", "k": 2}))
print("{:>{w}}|{:<{w}}|{:^{w}}".format("r", "l", "c", w=5), "{a.real:.1f}{b[0]}".format(a=2, b="xy"))
print("%s %r %d %5.2f %-6s| %06d %x %c %%" % ("s", "r", 42, x, "left", -42, 255, "c"))
print("%(a)s-%(b)03d" % {"a": "A", "b": 7}, "%*d" % (6, 42), "%#o" % 8, "%+i" % 3)


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __format__(self, spec):
        return f"{self.cents / 100:{spec or '.2f'}} EUR"


print(f"{Money(12345)} {Money(5):.1f} {format(Money(100), '>8.2f')}")
for wrong in ("{:d}", "{:,x}", "{:.2d}"):
    try:
        print(wrong.format(1.5 if wrong == "{:d}" else 1))
    except ValueError as e:
        print(e)
print(f"{'nested ' + f'{1 + 1} ' + f"{'deep'}"}", f"{lambda_()}" if (lambda_ := lambda: "call") else "")
