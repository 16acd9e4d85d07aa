# Conway's life on a torus: a glider comes home, an R-pentomino spreads.
from collections import Counter


def step(cells, size):
    near = Counter(((x + dx) % size, (y + dy) % size) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
    return {cell for cell, n in near.items() if n == 3 or n == 2 and cell in cells}


glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
cells = glider
for _ in range(4 * 8):
    cells = step(cells, 8)
print(cells == glider)
cells = {(20, 20), (21, 20), (19, 21), (20, 21), (20, 22)}
history = []
for _ in range(60):
    cells = step(cells, 40)
    history.append(len(cells))
print(history)
for y in range(12, 30):
    print("".join(".#"[(x, y) in cells] for x in range(8, 34)))
