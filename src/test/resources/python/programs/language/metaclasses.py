# A metaclass: prepares the namespace, registers classes, answers for them.
class Registry(type):
    known = {}

    @classmethod
    def __prepare__(mcs, name, bases, **options):
        print("prepare", name, sorted(options))
        return {"made_by": mcs.__name__}

    def __new__(mcs, name, bases, namespace, *, tag=None):
        cls = super().__new__(mcs, name, bases, namespace)
        mcs.known[tag or name] = cls
        return cls

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)

    def __call__(cls, *args):
        print("making", cls.__name__)
        return super().__call__(*args)

    def __contains__(cls, x):
        return x in cls.items

    def __len__(cls):
        return len(cls.items)

    def __instancecheck__(cls, x):
        return x == 42


class One(metaclass=Registry, tag="1"):
    items = "abc"


class Two(One):
    items = "defg"


print(list(Registry.known), One.made_by, "a" in One, len(Two), isinstance(42, Two))
print(type(Two()).__name__, type(Two) is Registry, type(Registry) is type)


class Other(type):
    pass


try:

    class Clash(One, metaclass=Other):
        pass

except TypeError as e:
    print(str(e)[:18])
