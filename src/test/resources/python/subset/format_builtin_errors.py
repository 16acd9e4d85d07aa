values = [5, 2.5, "s", True, None, [1], (1,), {1: 1}]
specs = ["d", "s", "f", "x", "5", ">5", ".2", "zz", "c", "%", ",", "!"]
for v in values:
    for s in specs:
        try:
            print(repr(v), s, repr(format(v, s)))
        except ValueError as e:
            print(repr(v), s, "ValueError:", e)
        except TypeError as e:
            print(repr(v), s, "TypeError:", e)
        except OverflowError as e:
            print(repr(v), s, "OverflowError:", e)
try:
    print(format(5, 6))
except TypeError as e:
    print(e)
print(format(5), format("a"), format(1.0), format(None))
