# Descriptors: data ones win over the instance, others give way to it.
class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = name
        print("named", owner.__name__, name)

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return obj.__dict__[self.name]

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} wants {self.kind.__name__}, not {value!r}")
        obj.__dict__[self.name] = value

    def __delete__(self, obj):
        del obj.__dict__[self.name]


class Lazy:
    def __init__(self, make):
        self.make = make

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner=None):
        print("computing", self.name)
        value = obj.__dict__[self.name] = self.make(obj)
        return value


class Point:
    x = Typed(int)
    y = Typed(int)

    def __init__(self, x, y):
        self.x, self.y = x, y

    @Lazy
    def norm(self):
        return self.x**2 + self.y**2

    @property
    def sum(self):
        """x and y together"""
        return self.x + self.y

    @sum.setter
    def sum(self, value):
        self.x = value - self.y


p = Point(3, 4)
print(p.norm, p.norm, vars(p))
try:
    p.x = "three"
except TypeError as e:
    print(e)
p.sum = 10
print(p.x, p.sum, Point.sum.__doc__, Point.x.kind)
try:
    del p.sum
except AttributeError as e:
    print(e)
del p.y
try:
    p.y
except KeyError as e:
    print("KeyError", e)
