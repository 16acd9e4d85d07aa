# inspect: signatures, binding, kinds of objects, frames.
import inspect


def f(a, b: int = 2, /, *args, c, d=4, **kw) -> str:
    return inspect.currentframe().f_code.co_name


sig = inspect.signature(f)
print(sig, [p.kind.name for p in sig.parameters.values()], sig.return_annotation, sig.parameters["b"].default)
bound = sig.bind(1, c=3, x=9)
bound.apply_defaults()
print(bound.arguments, bound.args, bound.kwargs)
print(sig.replace(parameters=list(sig.parameters.values())[:2]), f(1, c=2))
for wrong in (lambda: sig.bind(), lambda: sig.bind(1), lambda: sig.bind_partial(c=1, a=2).args and sig.bind(1, c=1, a=2)):
    try:
        print(wrong())
    except TypeError as e:
        print(e)


class A:
    x = 1

    def method(self, y): ...

    @classmethod
    def make(cls): ...

    @staticmethod
    def free(z): ...

    @property
    def p(self): ...


print([(name, kind) for name, kind, owner, _ in inspect.classify_class_attrs(A) if owner is A and not name.startswith("__")])
print(inspect.signature(A.method), inspect.signature(A().method), inspect.signature(A.make), inspect.signature(A))
print(inspect.isfunction(A.method), inspect.ismethod(A().method), inspect.isclass(A), inspect.isbuiltin(len), inspect.isgeneratorfunction(lambda: (yield)))
print(inspect.getmro(bool), inspect.getattr_static(A, "p").__class__.__name__, inspect.getcallargs(A.free, 5))


def generator():
    n = 1
    yield n


g = generator()
print(inspect.getgeneratorstate(g), next(g), inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g), list(g), inspect.getgeneratorstate(g))


def outer():
    return [frame.function for frame in inspect.stack()][:3]


def caller():
    return outer()


print(caller(), inspect.getclosurevars(lambda: len(sig.parameters)).builtins.keys())
