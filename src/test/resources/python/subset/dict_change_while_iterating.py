d = {"a": 1, "b": 2, "c": 3}
try:
    for k in d:
        d[k + "x"] = 0
except RuntimeError as e:
    print(e, d)
d = {"a": 1, "b": 2, "c": 3}
try:
    for k in d:
        del d[k]
except RuntimeError as e:
    print(e, d)
d = {"a": 1, "b": 2, "c": 3}
for k in d:
    d[k] += 10
print(d)
for k in list(d):
    if d[k] > 11:
        del d[k]
print(d)
d = {"a": 1, "b": 2}
try:
    for k, v in d.items():
        d["z"] = d.pop("a") if "a" in d else 5
        print(k, v, d)
except RuntimeError as e:
    print(e)
keys = d.keys()
values = d.values()
d["new"] = 99
print(keys, values, len(keys), "new" in keys, 99 in values, ("new", 99) in d.items())
