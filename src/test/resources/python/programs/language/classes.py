# Classes: multiple inheritance, cooperative super, class and static methods.
class Base:
    kind = "base"

    def __init__(self, **rest):
        self.trail = ["Base"]
        assert not rest

    @classmethod
    def named(cls):
        return f"{cls.__name__}:{cls.kind}"

    @staticmethod
    def twice(x):
        return x * 2


class Left(Base):
    def __init__(self, left=1, **rest):
        super().__init__(**rest)
        self.left = left
        self.trail.append("Left")


class Right(Base):
    kind = "right"

    def __init__(self, right=2, **rest):
        super().__init__(**rest)
        self.right = right
        self.trail.append("Right")


class Both(Left, Right):
    def __init__(self, **rest):
        super().__init__(**rest)
        self.trail.append("Both")


b = Both(left=10, right=20)
print(b.trail, b.left, b.right, Both.named(), b.twice(4))
print([c.__name__ for c in Both.__mro__])
print(isinstance(b, Right), issubclass(Left, Right), vars(b))
try:
    type("Odd", (Base, Both), {})
except TypeError as e:
    print(str(e).splitlines()[0])
b.__class__ = Right
print(b.named(), type(b).__name__)
