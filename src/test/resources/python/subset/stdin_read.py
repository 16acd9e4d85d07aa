import sys
text = sys.stdin.read()
print(len(text), repr(text[:20]), text.count("\n"))
lines = text.splitlines()
for i, line in enumerate(lines, 1):
    fields = line.split(",")
    print(i, fields, len(fields), [f.strip() for f in fields])
header = lines[0].split(",")
rows = [dict(zip(header, line.split(","))) for line in lines[1:]]
for r in rows:
    print(r, int(r["age"]) * 2)
print(sum(int(r["age"]) for r in rows), max(rows, key=lambda r: int(r["age"]))["name"], repr(sys.stdin.read()), repr(sys.stdin.readline()))
