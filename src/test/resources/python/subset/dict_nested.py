db = {"ann": {"age": 30, "tags": ["a", "b"]}, "bob": {"age": 25, "tags": []}}
db["bob"]["tags"].append("new")
db["ann"]["age"] += 1
db["cid"] = {"age": None, "tags": ("t",), "more": {"deep": {"er": 1}}}
print(db)
for name, rec in sorted(db.items()):
    print(name, rec["age"], rec.get("more", {}).get("deep", {}).get("er", "-"), len(rec["tags"]))
    for key in rec:
        print("  ", key, "=", repr(rec[key]))
groups = {}
for w in ["apple", "avocado", "bean", "banana", "cherry", "blueberry"]:
    groups.setdefault(w[0], []).append(w)
print(groups, {k: len(v) for k, v in groups.items()}, [w for ws in groups.values() for w in ws])
counts = {}
for w in groups["b"]:
    for c in w:
        counts[c] = counts.get(c, 0) + 1
print(counts, sorted(counts, key=lambda c: (-counts[c], c)))
matrix = {}
for i in range(4):
    for j in range(4):
        matrix[i, j] = i * j
print(matrix, sum(matrix[i, i] for i in range(4)), [k for k in matrix if matrix[k] == 2])
try:
    print(db["dan"]["age"])
except KeyError as e:
    print("no", e)
