values = [1, True, 1.5, "s", [1], (1,), {1: 2}, None, range(2), 2 ** 80, ValueError("x")]
for v in values:
    print(repr(v), isinstance(v, int), isinstance(v, bool), isinstance(v, float), isinstance(v, str), isinstance(v, list), isinstance(v, tuple), isinstance(v, dict), isinstance(v, range), isinstance(v, (int, str)), isinstance(v, (list, (tuple, dict))), isinstance(v, ()), isinstance(v, Exception))
    print(type(v), str(type(v)), repr(type(v)), type(v) == int, type(v) == type(1), type(v) != type("s"), f"{type(v)}")
print(type(None), type(type(1)), [type(1), type("")], {type(1): "i"}, int, str, [list, dict, tuple, float, bool, range, type], ValueError, type(ValueError()))
print(type(3) == type(True), type(1) == int, type(1.0) is None, type([]) == list, type({}.keys()), type(len("a") / 2), type(1 // 1), type(2 ** -1), type(2 ** 1), type(-True), type("a"[0]))
try:
    isinstance(1, 5)
except TypeError as e:
    print(e)
try:
    isinstance(1, (int, 5)) or isinstance("a", (int, 5))
except TypeError as e:
    print(e)
