d = {1: 2, "a": 3}
for lower in (None, 1, "x", 2.5, [1], (1,)):
    try:
        print(d[lower:2])
    except KeyError as e:
        print(e, repr(e), e.args, type(e.args[0]), str(e.args[0]) + f"{e.args[0]!r:>30}")
        try:
            d[e.args[0]]
        except KeyError as f:
            print(f, e.args[0] in d, e.args[0] in [1, 2])
        try:
            e.args[0].append(1 // 0)
        except AttributeError as g:
            print(g)
        try:
            print(len(e.args[0]))
        except TypeError as g:
            print(g)
        try:
            print(e.args[0] + 1)
        except TypeError as g:
            print(g)
        try:
            print(e.args[0][0])
        except TypeError as g:
            print(g)
        try:
            print(list(e.args[0]))
        except TypeError as g:
            print(g)
        try:
            print(e.args[0] < 1)
        except TypeError as g:
            print(g)
    except TypeError as e:
        print(e)
    try:
        del d[lower::-1]
    except (KeyError, TypeError) as e:
        print(e)
d["a":"b":1]
