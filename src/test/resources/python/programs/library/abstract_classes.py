# abc: abstract methods, registration, subclass hooks, the collections' own ones.
from abc import ABC, ABCMeta, abstractmethod
from collections.abc import Hashable, Iterable, Mapping, MutableSequence, Sequence, Sized


class Shape(ABC):
    @property
    @abstractmethod
    def area(self): ...

    @abstractmethod
    def scale(self, k): ...

    def describe(self):
        return f"{type(self).__name__} of {self.area}"


class Square(Shape):
    def __init__(self, side):
        self.side = side

    area = property(lambda self: self.side**2)

    def scale(self, k):
        return Square(self.side * k)


class Half(Shape):
    area = 5


print(Square(3).scale(2).describe(), sorted(Shape.__abstractmethods__))
for cls in (Shape, Half):
    try:
        cls()
    except TypeError as e:
        print(e)


class Quacks(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, c):
        return any("quack" in vars(b) for b in c.__mro__) or NotImplemented


class Duck:
    def quack(self): ...


Shape.register(tuple)
print(isinstance(Duck(), Quacks), isinstance((), Shape), issubclass(int, Quacks))
print([isinstance(x, Hashable) for x in (1, [], ())], isinstance({}, Mapping), isinstance("a", Sequence), issubclass(range, Sized))


class Evens(Sequence):
    def __len__(self):
        return 5

    def __getitem__(self, i):
        if not -5 <= i < 5:
            raise IndexError(i)
        return i % 5 * 2


print(list(Evens()), 4 in Evens(), Evens().index(6), list(reversed(Evens())), Evens().count(3))


class Log(MutableSequence):
    def __init__(self):
        self.items = []

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        return self.items[i]

    def __setitem__(self, i, v):
        self.items[i] = v

    def __delitem__(self, i):
        del self.items[i]

    def insert(self, i, v):
        self.items.insert(i, v)


log = Log()
log.extend([3, 1, 2])
log += [4]
log.reverse()
print(log.items, log.pop(), log.remove(1), log.items, isinstance(iter([]), Iterable))
