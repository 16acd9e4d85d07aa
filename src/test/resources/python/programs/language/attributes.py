# Attribute access in all its stages: getattribute, getattr, setattr, delattr, dir.
class Record:
    shared = "class"

    def __init__(self):
        object.__setattr__(self, "log", [])

    def __getattribute__(self, name):
        log = object.__getattribute__(self, "log")
        if name != "log":
            log.append(f"get {name}")
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        if name.startswith("made_"):
            return name[5:].upper()
        raise AttributeError(f"no {name} here")

    def __setattr__(self, name, value):
        self.log.append(f"set {name}")
        super().__setattr__(name, value)

    def __delattr__(self, name):
        self.log.append(f"del {name}")
        super().__delattr__(name)

    def __dir__(self):
        return ["b", "a"]


r = Record()
print(r.made_up, r.shared, getattr(r, "missing", "fallback"))
r.x = 1
del r.x
print(dir(r), r.log)
try:
    r.gone
except AttributeError as e:
    print(e, e.name)


class Wide:
    width = 3


try:
    Wide().widht
except AttributeError as e:
    print(e)
