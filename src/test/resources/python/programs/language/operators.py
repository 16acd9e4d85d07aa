# Operator methods, reflected ones, and NotImplemented between them.
class Vector:
    def __init__(self, *parts):
        self.parts = parts

    def __repr__(self):
        return f"Vector{self.parts}"

    def __add__(self, other):
        if isinstance(other, Vector):
            return Vector(*(a + b for a, b in zip(self.parts, other.parts)))
        return NotImplemented

    def __mul__(self, k):
        return Vector(*(a * k for a in self.parts))

    __rmul__ = __mul__

    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self.parts, other.parts))

    def __neg__(self):
        return self * -1

    def __eq__(self, other):
        return isinstance(other, Vector) and self.parts == other.parts

    def __bool__(self):
        return any(self.parts)

    def __getitem__(self, i):
        return self.parts[i]

    def __len__(self):
        return len(self.parts)

    def __contains__(self, x):
        return x in self.parts

    def __iadd__(self, other):
        self.parts = tuple(a + other for a in self.parts)
        return self

    def __divmod__(self, k):
        return Vector(*(a // k for a in self.parts)), Vector(*(a % k for a in self.parts))


a, b = Vector(1, 2, 3), Vector(4, 5, 6)
print(a + b, a * 2, 3 * a, a @ b, -a, a == Vector(1, 2, 3), a != b)
print(bool(Vector(0, 0)), a[1], a[-2:], len(a), 5 in b, list(a), [*reversed(a)])
a += 10
print(a, divmod(a, 3))
try:
    a + 1
except TypeError as e:
    print(e)
try:
    a < b
except TypeError as e:
    print(e)
try:
    hash(a)
except TypeError as e:
    print(e)
