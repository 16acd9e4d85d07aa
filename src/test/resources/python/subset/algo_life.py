def step(grid):
    h, w = len(grid), len(grid[0])
    out = []
    for y in range(h):
        row = []
        for x in range(w):
            n = sum(grid[(y + dy) % h][(x + dx) % w] for dy in (-1, 0, 1) for dx in (-1, 0, 1) if dy or dx)
            row.append(1 if n == 3 or (n == 2 and grid[y][x]) else 0)
        out.append(row)
    return out
def show(grid, n):
    print("generation", n, "alive", sum(sum(row) for row in grid))
    for row in grid:
        print("".join("#" if c else "." for c in row))
grid = [[0] * 12 for _ in range(9)]
for y, x in ((1, 2), (2, 3), (3, 1), (3, 2), (3, 3), (6, 8), (6, 9), (6, 10)):
    grid[y][x] = 1
for n in range(8):
    show(grid, n)
    grid = step(grid)
