errors = [ValueError("a"), KeyError("b"), IndexError(), TypeError("x", 2), ZeroDivisionError("division by zero"), RuntimeError(None), AssertionError([1]), OSError("o"), Exception(Exception("in"))]
for e in errors:
    print(e, repr(e), e.args, type(e), isinstance(e, Exception), isinstance(e, ValueError), bool(e), e == e, [e], {"e": e}, "%s %r" % (e, e), f"{e!s:>10}" if not isinstance(e, OSError) else "")
print(errors)
print(ValueError("a") == ValueError("a"), str(ValueError), type(ValueError("q")) == ValueError, KeyError(1, 2), KeyError(), KeyError(""), KeyError("it's"))
def pick(n):
    return errors[n]
for n in range(3):
    try:
        raise pick(n)
    except (ValueError, LookupError) as caught:
        print(n, repr(caught), caught == errors[n])
try:
    raise errors[1]
except KeyError as e:
    print("again", e)
print(StopIteration(3), OverflowError("big"), EOFError("eof"), ArithmeticError(), repr(ArithmeticError()), NotImplementedError("n"), repr(NameError("nm")), repr(MemoryError()), repr(UnboundLocalError("u")), repr(Warning("w")), repr(KeyboardInterrupt()), repr(SystemExit(3)))
