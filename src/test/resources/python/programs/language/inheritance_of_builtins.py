# Subclasses of built-in types keep their type only where they say so.
class Inches(int):
    def __add__(self, other):
        return Inches(int(self) + int(other))

    def __repr__(self):
        return f"{int(self)}in"


print(Inches(5) + 3, Inches(5) * 2, sum([Inches(1), Inches(2)], Inches(0)), Inches("7") == 7)


class Tags(list):
    def append(self, item):
        if item not in self:
            super().append(item)


t = Tags("ab")
t.append("a")
t.append("c")
print(t, type(t + ["d"]).__name__, type(t[:]).__name__, isinstance(t, list))


class Name(str):
    def __new__(cls, text):
        return super().__new__(cls, text.strip().title())

    @property
    def initials(self):
        return "".join(w[0] for w in self.split())


n = Name("  ada lovelace ")
print(n, n.initials, type(n.upper()).__name__, {n: 1}["Ada Lovelace"])


class Default(dict):
    def __getitem__(self, key):
        return super().__getitem__(key) if key in self else "?"


d = Default(a=1)
print(d["a"], d["b"], d.get("b"), "{a}{b}".format_map(d), dict(d))


class Pair(tuple):
    __slots__ = ()

    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    a = property(lambda self: self[0])


p = Pair(1, 2)
print(p, p.a, p == (1, 2), hash(p) == hash((1, 2)))


class Loud(Exception):
    def __str__(self):
        return super().__str__().upper()


print(Loud("quiet"), repr(Loud("quiet")), issubclass(bool, int))
try:
    type("B", (bool,), {})
except TypeError as e:
    print(e)
