lines = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]
def winner(b):
    for i, j, k in lines:
        if b[i] != " " and b[i] == b[j] == b[k]:
            return b[i]
    return "draw" if " " not in b else None
memo = {}
def score(b, player):
    if b in memo:
        return memo[b]
    w = winner(b)
    if w is not None:
        result = {"X": 1, "O": -1, "draw": 0}[w]
    else:
        other = "O" if player == "X" else "X"
        options = [score(b[:i] + player + b[i + 1:], other) for i in range(9) if b[i] == " "]
        result = max(options) if player == "X" else min(options)
    memo[b] = result
    return result
def best(b, player):
    other = "O" if player == "X" else "X"
    sign = 1 if player == "X" else -1
    return max([i for i in range(9) if b[i] == " "], key=lambda i: sign * score(b[:i] + player + b[i + 1:], other))
b = "X   O    "
player = "X"
while winner(b) is None:
    i = best(b, player)
    b = b[:i] + player + b[i + 1:]
    print(f"{player} plays {i}")
    for r in range(0, 9, 3):
        print("|".join(b[r:r + 3]))
    player = "O" if player == "X" else "X"
print(winner(b), len(memo), score(" " * 9, "X"))
