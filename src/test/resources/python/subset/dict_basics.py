d = {"b": 2, "a": 1, "c": 3}
print(d, len(d), d["a"], "a" in d, "z" in d, "z" not in d, list(d), sorted(d), d == {"a": 1, "b": 2, "c": 3})
d["d"] = 4
d["b"] = 20
del d["a"]
d["a"] = 100
print(d, d.get("b"), d.get("zz"), d.get("zz", 0), d.keys(), d.values(), d.items())
for k in d:
    print(k, d[k], end="; ")
for k, v in d.items():
    print(k, v, end="; ")
for v in d.values():
    print(v, end="; ")
print()
print(d.pop("b"), d.pop("nope", None), d.pop("nope", 7), d.popitem(), d, d.setdefault("c", 9), d.setdefault("n", []), d)
d["n"].append(1)
d.update({"c": 5, "q": 6})
d.update(z=1, y=2)
d.update([("t", 1), ["u", 2]])
print(d, d.copy() == d, d.clear(), d, not d)
for key in ("missing", 5, (1, 2), None, "it's"):
    try:
        print(d[key])
    except KeyError as e:
        print(e, repr(e))
    try:
        d.pop(key)
    except KeyError as e:
        print(e)
    try:
        del d[key]
    except KeyError as e:
        print(e)
try:
    d.popitem()
except KeyError as e:
    print(e)
