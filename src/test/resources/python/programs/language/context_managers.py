# with: several managers, suppression, order of exits, errors in exits.
class Manager:
    def __init__(self, name, suppress=False, fail=False):
        self.name, self.suppress, self.fail = name, suppress, fail

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind and kind.__name__, value)
        if self.fail:
            raise RuntimeError(f"{self.name} failed")
        return self.suppress


with Manager("a") as a, Manager("b") as b:
    print(a, b)
with (
    Manager("outer", suppress=True),
    Manager("inner"),
):
    raise ValueError("gone")
try:
    with Manager("c", fail=True):
        raise KeyError("first")
except RuntimeError as e:
    print(e, repr(e.__context__))


def leave():
    for i in range(3):
        with Manager(i):
            if i == 0:
                continue
            return i


print(leave())
try:
    with 5:
        pass
except TypeError as e:
    print(e)
