for v in (5, -3, 0, 2.5, -0.0, True, False, 2 ** 63, -(2 ** 63), 2 ** 62, -(2 ** 62), "s", [1], (1,), {}, None, range(2)):
    try:
        print(repr(v), -v)
    except TypeError as e:
        print(e)
    try:
        print(repr(v), +v)
    except TypeError as e:
        print(e)
    try:
        print(repr(v), "deprecated" if isinstance(v, bool) else ~v)
    except TypeError as e:
        print(e)
    try:
        print(repr(v), abs(v))
    except TypeError as e:
        print(e)
    print(not v, bool(v), - - 5, -+-5, ~~7, not not v)
