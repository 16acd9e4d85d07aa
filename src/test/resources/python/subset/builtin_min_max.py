print(min(3, 1, 2), max(3, 1, 2), min([3, 1, 2]), max((3, 1, 2)), min("hello"), max("hello"), min({"b": 1, "a": 2}), max(range(5)))
print(min([], default=0), max((), default="d"), min([5], default=9), max("", default=None), min("b", "a"), max([1, 2], [1, 3]), min((1, "a"), (0, "z")))
print(min(-5, 3, key=abs), max([-5, 3], key=abs), max("a", "bbb", "cc", key=len), min(["xx", "y", "z"], key=len), max([1, 5, 3], key=lambda x: -x), min([(1, 9), (2, 3)], key=lambda p: p[1]))
print(min(1, 1.0), max(1, 1.0), min(1.0, 1), min(True, 1), max(0, False), max(False, 0), min(0.0, -0.0), min(-0.0, 0.0))
nan = float("nan")
print(max(nan, 1), max(1, nan), min(nan, 1), min([2, nan, 1]), max(2 ** 63, 1e19, 10 ** 18))
for bad in (0, 1, 2, 3, 4, 5):
    try:
        if bad == 0:
            print(min([]))
        elif bad == 1:
            print(max(""))
        elif bad == 2:
            print(max(1, "a"))
        elif bad == 3:
            print(min(5))
        elif bad == 4:
            print(min([1, "a", None]))
        else:
            print(max([[1], (2,)]))
    except ValueError as e:
        print("value", e)
    except TypeError as e:
        print("type", e)
