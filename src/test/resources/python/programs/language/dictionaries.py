# Dictionaries keep insertion order; views are live; merging and missing keys.
d = dict(one=1, two=2)
d["three"] = 3
del d["one"]
d["one"] = 11
print(d, list(d), d | {"two": 22, "four": 4}, d.get("x"), d.pop("two"), d.setdefault("five", 5))
keys = d.keys()
d["six"] = 6
print(keys, keys & {"one", "zero"} == {"one"}, sorted(keys - {"one"}), ("six", 6) in d.items())
d |= [("seven", 7)]
print(d.popitem(), dict.fromkeys("abc", 0), {1: "int", True: "bool", 1.0: "float"})


class Upper(dict):
    def __missing__(self, key):
        return key.upper()


print(Upper(a=1)["b"], Upper(a=1).get("b"))


class Same:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 1

    def __eq__(self, other):
        return isinstance(other, Same) and self.n == other.n


many = {Same(i): i for i in range(50)}
print(len(many), many[Same(33)], Same(77) in many)
for wrong in (lambda: {}[1], lambda: {[]: 1}, lambda: {}.popitem(), lambda: dict([(1,)])):
    try:
        wrong()
    except (KeyError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
big = {i: i * i for i in range(10_000)}
for i in range(0, 10_000, 2):
    del big[i]
print(len(big), big[9_999], sum(big.values()), next(iter(big)), next(reversed(big)))
print(d == dict(reversed(d.items())), [*d.values()], {**d, "one": None}["one"])
