# types: names for what has none, dynamic classes, proxies, namespaces.
import types


def g():
    yield


async def c(): ...


coroutine = c()
for value in (g, g(), coroutine, len, [].append, str.upper, int.__add__, types, g.__code__, None, NotImplemented, ..., list[int], int | str):
    print(type(value).__name__, [n for n in ("FunctionType", "GeneratorType", "CoroutineType", "BuiltinFunctionType", "MethodDescriptorType",
          "WrapperDescriptorType", "ModuleType", "CodeType", "NoneType", "GenericAlias", "UnionType") if isinstance(value, getattr(types, n))])
coroutine.close()
ns = types.SimpleNamespace(a=1, b="x")
ns.c = [ns.a]
print(ns, ns == types.SimpleNamespace(a=1, b="x", c=[1]))
proxy = types.MappingProxyType({"k": 1})
try:
    proxy["k"] = 2
except TypeError as e:
    print(e)
C = types.new_class("C", (dict,), {}, lambda ns: ns.update(size=property(len)))
print(C(a=1, b=2).size, C.__mro__, types.resolve_bases([list[int]]))
m = types.ModuleType("made", "its doc")
exec("x = 1\ndef f(): return x + 1", m.__dict__)
m.x = 41
print(m, m.f(), m.__doc__, types.MethodType(lambda self, n: self * n, 6)(7))


class D:
    @types.DynamicClassAttribute
    def name(self):
        return "instance"


print(D().name)
