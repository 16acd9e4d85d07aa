def spiral(h, w):
    grid = [[0] * w for _ in range(h)]
    y = x = 0
    dy, dx = 0, 1
    for k in range(1, h * w + 1):
        grid[y][x] = k
        ny, nx = y + dy, x + dx
        if not (0 <= ny < h and 0 <= nx < w) or grid[ny][nx]:
            dy, dx = dx, -dy
            ny, nx = y + dy, x + dx
        y, x = ny, nx
    return grid
for h, w in ((3, 3), (4, 6), (1, 5), (5, 1)):
    for row in spiral(h, w):
        print(" ".join(f"{v:>3}" for v in row))
    print()
g = spiral(4, 4)
print([list(r) for r in zip(g[3], g[2], g[1], g[0])], [r[::-1] for r in g], [[g[j][i] for j in range(4)] for i in range(4)])
def magic(n):
    m = [[0] * n for _ in range(n)]
    r, c = 0, n // 2
    for k in range(1, n * n + 1):
        m[r][c] = k
        nr, nc = (r - 1) % n, (c + 1) % n
        if m[nr][nc]:
            nr, nc = (r + 1) % n, c
        r, c = nr, nc
    return m
for n in (3, 5):
    m = magic(n)
    print(m, [sum(r) for r in m], sum(m[i][i] for i in range(n)), sum(m[i][-1 - i] for i in range(n)))
for i in range(5):
    print(" " * (4 - i) + "/" + "_" * (2 * i) + "\\")
