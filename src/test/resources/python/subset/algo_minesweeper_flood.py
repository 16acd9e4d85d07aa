field = ["..*....", ".......", "*..*...", ".......", "......*"]
h, w = len(field), len(field[0])
def around(y, x):
    return [(y + dy, x + dx) for dy in range(-1, 2) for dx in range(-1, 2) if (dy or dx) and 0 <= y + dy < h and 0 <= x + dx < w]
counts = [["*" if field[y][x] == "*" else sum(field[b][a] == "*" for b, a in around(y, x)) for x in range(w)] for y in range(h)]
for row in counts:
    print("".join(str(c) if c else "." for c in row))
shown = [["?"] * w for _ in range(h)]
def reveal(y, x):
    if shown[y][x] != "?":
        return 0
    shown[y][x] = str(counts[y][x])
    n = 1
    if counts[y][x] == 0:
        for b, a in around(y, x):
            n += reveal(b, a)
    return n
print(reveal(1, 6), reveal(1, 6), reveal(4, 0))
for row in shown:
    print("".join(row))
land = [list(r) for r in ["##..#", "#...#", "..#..", "#..##"]]
def fill(y, x):
    stack = [(y, x)]
    size = 0
    while stack:
        b, a = stack.pop()
        if 0 <= b < len(land) and 0 <= a < len(land[0]) and land[b][a] == "#":
            land[b][a] = "."
            size += 1
            stack += [(b + 1, a), (b - 1, a), (b, a + 1), (b, a - 1)]
    return size
islands = []
for y in range(len(land)):
    for x in range(len(land[0])):
        if land[y][x] == "#":
            islands.append(fill(y, x))
print(islands, sum(islands))
