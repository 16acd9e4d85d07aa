# Reference counts end objects at once; cycles need the collector.
import gc
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("end of", self.name)


a = Thing("a")
b = a
del a
print("still")
del b
c, d = Thing("c"), Thing("d")
c.other, d.other = d, c
ref = weakref.ref(c)
del c, d
print(ref() is not None)
gc.collect()
print(ref())


def scope():
    local = Thing("local")
    return "returned"


print(scope())
Thing("unnamed")
things = [Thing(1), Thing(2)]
things.clear()
print("cleared", gc.isenabled())
last = Thing("last")
