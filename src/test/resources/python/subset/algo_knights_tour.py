n = 6
moves = [(1, 2), (2, 1), (2, -1), (1, -2), (-1, -2), (-2, -1), (-2, 1), (-1, 2)]
board = [[0] * n for _ in range(n)]
def free(r, c):
    return [(r + dr, c + dc) for dr, dc in moves if 0 <= r + dr < n and 0 <= c + dc < n and board[r + dr][c + dc] == 0]
def degree(square):
    return len(free(square[0], square[1]))
def tour(r, c, k):
    board[r][c] = k
    if k == n * n:
        return True
    for nr, nc in sorted(free(r, c), key=degree):
        if tour(nr, nc, k + 1):
            return True
    board[r][c] = 0
    return False
print(tour(0, 0, 1))
for row in board:
    print(" ".join(f"{k:2}" for k in row))
where = {board[r][c]: (r, c) for r in range(n) for c in range(n)}
print(all((abs(where[k][0] - where[k + 1][0]), abs(where[k][1] - where[k + 1][1])) in ((1, 2), (2, 1)) for k in range(1, n * n)))
print([where[k] for k in range(1, 10)], sum(board[i][i] for i in range(n)))
