# Slots: no dictionary, inherited layout, and what cannot be set.
class Small:
    __slots__ = ("a", "b")

    def __init__(self, a):
        self.a = a


class Larger(Small):
    __slots__ = ("c",)


class Open(Small):
    pass


s = Larger(1)
s.c = 3
print(s.a, s.c, hasattr(s, "b"), hasattr(s, "__dict__"), Larger.__slots__)
for name in ("b", "d"):
    try:
        getattr(s, name)
    except AttributeError as e:
        print(e)
try:
    s.d = 1
except AttributeError as e:
    print(e)
o = Open(5)
o.anything = 6
print(vars(o), o.a)
try:
    type("Bad", (), {"__slots__": ("x",), "x": 1})
except ValueError as e:
    print(e)
