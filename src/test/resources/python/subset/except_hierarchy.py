def throw(n):
    if n == 0:
        return 1 / 0
    if n == 1:
        return [][0]
    if n == 2:
        return {}["a"]
    if n == 3:
        return int("x")
    if n == 4:
        return len(5)
    if n == 5:
        return 2.0 ** 5000
    if n == 6:
        return None.upper()
    if n == 7:
        assert False
    if n == 8:
        raise NotImplementedError
    if n == 9:
        raise RecursionError("r")
    if n == 10:
        return not_there
    if n == 11:
        return next(iter([]))
    if n == 12:
        raise ModuleNotFoundError("m")
    if n == 13:
        raise UnicodeError("u")
    if n == 14:
        raise FileNotFoundError("f")
    raise EOFError
for n in range(16):
    names = []
    try:
        throw(n)
    except Exception as e:
        names = [isinstance(e, ArithmeticError), isinstance(e, LookupError), isinstance(e, ValueError), isinstance(e, TypeError), isinstance(e, RuntimeError), isinstance(e, NameError), isinstance(e, AttributeError), isinstance(e, OSError), isinstance(e, BaseException), isinstance(e, ImportError), isinstance(e, StopIteration)]
        print(n, repr(e), names)
    try:
        throw(n)
    except ArithmeticError as e:
        print("arithmetic", e)
    except LookupError as e:
        print("lookup", e)
    except (RuntimeError, AssertionError) as e:
        print("runtime or assert", e)
    except (OSError, ImportError, EOFError):
        print("outside")
    except BaseException as e:
        print("base", e)
