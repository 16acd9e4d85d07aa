# try, except, else, finally in every order that can be told apart.
def attempt(action):
    trail = []
    try:
        trail.append("try")
        result = action()
    except ZeroDivisionError as e:
        trail.append(f"zero: {e}")
        result = None
    except (KeyError, IndexError) as e:
        trail.append(f"lookup: {e!r}")
        result = None
    else:
        trail.append("else")
    finally:
        trail.append("finally")
    return result, trail


print(attempt(lambda: 6 / 4))
print(attempt(lambda: 1 // 0))
print(attempt(lambda: {}["k"]))
print(attempt(lambda: [][3]))
try:
    attempt(lambda: int("x1"))
except ValueError as e:
    print("outside:", e)


def overridden():
    for i in range(3):
        try:
            if i == 1:
                continue
            return i
        finally:
            if i == 0:
                continue
            if i == 2:
                break
    return "after"


print(overridden())


def returns_twice():
    try:
        return "first"
    finally:
        return "second"


print(returns_twice())
try:
    e = 5
    raise KeyError("k")
except KeyError as e:
    pass
print("e" in globals())
