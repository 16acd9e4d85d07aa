# Docstrings, their inheritance, and the first statement that is none.
import inspect


class Base:
    """Base of all.

    With a second paragraph,
        indented.
    """

    def method(self):
        """Does it."""

    attribute = 1


class Derived(Base):
    def method(self):
        pass


def none():
    f"not a {'docstring'}"


print(Base.__doc__.splitlines()[0], Derived.__doc__, Derived.method.__doc__, none.__doc__)
print(inspect.getdoc(Base))
print(inspect.getdoc(Derived.method), inspect.cleandoc("  a\n    b\n      c\n"))
print(len.__doc__.splitlines()[0], int.__add__.__doc__, property(lambda s: 1, doc="given").__doc__)
print(Base.method.__module__, Base.__annotations__, Derived.__annotations__ is Base.__annotations__)
