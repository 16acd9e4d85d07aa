# Class hooks without a metaclass: __init_subclass__ and __class_getitem__.
class Plugin:
    plugins = []

    def __init_subclass__(cls, /, priority=0, **rest):
        super().__init_subclass__(**rest)
        cls.priority = priority
        Plugin.plugins.append(cls)

    def __class_getitem__(cls, key):
        return f"{cls.__name__}[{key!r}]"


class Slow(Plugin, priority=9):
    pass


class Quick(Plugin):
    pass


class Quicker(Quick, priority=-1):
    pass


print([c.__name__ for c in sorted(Plugin.plugins, key=lambda c: c.priority)])
print(Plugin[int], Slow["x", 1])
try:

    class Wrong(Plugin, colour="red"):
        pass

except TypeError as e:
    print(e)
