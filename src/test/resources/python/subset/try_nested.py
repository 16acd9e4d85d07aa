def level3(n):
    if n == 0:
        raise ValueError("bad value")
    if n == 1:
        raise KeyError("missing")
    if n == 2:
        return [1, 2][n]
    return n
def level2(n):
    try:
        return level3(n)
    except KeyError as e:
        print("level2 caught", e)
        raise
    finally:
        print("level2 finally")
def level1(n):
    try:
        return level2(n)
    except ValueError as e:
        print("level1 caught", e)
        raise RuntimeError("wrapped " + str(e)) from e
    except LookupError as e:
        print("level1 lookup", repr(e))
        return None
    else:
        print("never: return leaves")
for n in range(4):
    try:
        print(n, level1(n))
    except RuntimeError as e:
        print("top", e, e.args)
for i in range(3):
    try:
        try:
            if i == 0:
                raise TypeError("one")
            if i == 1:
                raise ValueError("two")
        except TypeError:
            raise KeyError("three")
        else:
            print("inner else")
        finally:
            print("inner finally", i)
    except (KeyError, ValueError) as e:
        print("outer", repr(e))
    else:
        print("outer else")
