for v in ("", "abc", "日本😀", [], [1, 2], (), (1,), {}, {"a": 1}, range(10), range(10, 0), range(0, 10, 4), {1: 2}.keys(), {1: 2}.values(), {}.items()):
    print(repr(v), len(v))
for bad in (5, 2.5, None, True):
    try:
        len(bad)
    except TypeError as e:
        print(e)
    try:
        for x in bad:
            print(x)
    except TypeError as e:
        print(e)
    try:
        print(1 in bad)
    except TypeError as e:
        print(e)
    try:
        bad[0] = 1
    except TypeError as e:
        print(e)
    try:
        del bad[0]
    except TypeError as e:
        print(e)
    try:
        sorted(bad)
    except TypeError as e:
        print(e)
    try:
        print(bad[1:2])
    except TypeError as e:
        print(e)
try:
    len(range(10 ** 30))
except OverflowError as e:
    print(e)
