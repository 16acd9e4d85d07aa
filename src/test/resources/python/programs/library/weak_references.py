# Weak references, dictionaries and sets of them, and finalizers.
import gc
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def method(self):
        return "method of " + self.name


a, b = Thing("a"), Thing("b")
r = weakref.ref(a, lambda ref: print("a is gone", ref() is None))
p = weakref.proxy(b)
print(r(), p.name, weakref.getweakrefcount(a), r is weakref.ref(a), r == weakref.ref(a, print))
values = weakref.WeakValueDictionary(x=a, y=b)
keys = weakref.WeakKeyDictionary({a: 1, b: 2})
things = weakref.WeakSet([a, b])
f = weakref.finalize(a, print, "finalized", sep="!")
m = weakref.WeakMethod(a.method)
print(m()(), f.alive, len(values), len(keys), len(things))
del a
gc.collect()
print(r(), m(), f.alive, list(values), list(keys.values()), list(things))
del b
gc.collect()
try:
    p.name
except ReferenceError as e:
    print(e)
for wrong in (5, "s", [], None):
    try:
        weakref.ref(wrong)
    except TypeError as e:
        print(e)
last = Thing("last")
weakref.finalize(last, print, "at exit")
print("end")
