import json
rows = [{"id": i, "name": "row %d" % i, "tags": ["a", "b\u00e9"], "x": i / 4, "ok": i % 3 == 0}
        for i in range(600)]
for _ in range(3):
    text = json.dumps(rows)
    rows = json.loads(text)
print(len(text), rows[-1])
