d = {}
for i in range(40):
    d[i * 37 % 101] = i
for i in range(0, 40, 3):
    del d[i * 37 % 101]
print(d)
for i in range(10):
    d[i * 37 % 101] = "again" + str(i)
print(d)
while len(d) > 5:
    print(d.popitem(), end=" ")
    first = list(d)[0]
    print(first, d.pop(first))
print(d, list(d.items()), list(reversed(d)), list(reversed(d.items())), list(reversed(d.values())))
d = {"x": 1, "y": 2}
d["x"] = d.pop("x")
print(d)
e = dict(d)
e["z"] = 0
print(d, e, list(d.keys()) == ["y", "x"], d.keys() == e.keys())
names = {}
for w in "the cat and the dog and the bird".split():
    names[w] = names.get(w, 0) + 1
print(names, max(names, key=lambda w: names[w]), sorted(names.items(), key=lambda kv: (-kv[1], kv[0])))
