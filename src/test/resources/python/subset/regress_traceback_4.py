def f():
    try:
        raise ValueError("a")
    except ValueError as e:
        raise KeyError("b") from e
def g():
    try:
        f()
    except KeyError:
        raise
def h():
    try:
        g()
    finally:
        print("fin")
try:
    h()
except LookupError as e:
    saved = e
    try:
        {}[
            1]
    except KeyError:
        raise saved
