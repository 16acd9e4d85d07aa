puzzle = """53..7....
6..195...
.98....6.
8...6...3
4..8.3..1
7...2...6
.6....28.
...419..5
....8..79"""
grid = [[0 if c == "." else int(c) for c in line] for line in puzzle.splitlines()]
tries = 0
def allowed(r, c):
    used = grid[r] + [grid[i][c] for i in range(9)]
    for i in range(r // 3 * 3, r // 3 * 3 + 3):
        used += grid[i][c // 3 * 3:c // 3 * 3 + 3]
    return [d for d in range(1, 10) if d not in used]
def solve():
    global tries
    best = None
    for r in range(9):
        for c in range(9):
            if grid[r][c] == 0:
                options = allowed(r, c)
                if best is None or len(options) < len(best[2]):
                    best = (r, c, options)
    if best is None:
        return True
    r, c, options = best
    for d in options:
        tries += 1
        grid[r][c] = d
        if solve():
            return True
        grid[r][c] = 0
    return False
print(solve(), tries)
for i, row in enumerate(grid):
    if i % 3 == 0:
        print("+-------+-------+-------+")
    print("| " + " | ".join(" ".join(str(d) for d in row[j:j + 3]) for j in (0, 3, 6)) + " |")
print(all(sorted(row) == list(range(1, 10)) for row in grid), [sum(grid[r][c] for r in range(9)) for c in range(9)])
