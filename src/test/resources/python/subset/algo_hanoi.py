moves = []
def hanoi(n, source, target, spare):
    if n == 0:
        return
    hanoi(n - 1, source, spare, target)
    pegs[target].append(pegs[source].pop())
    moves.append((source, target))
    hanoi(n - 1, spare, target, source)
pegs = {"A": [4, 3, 2, 1], "B": [], "C": []}
hanoi(4, "A", "C", "B")
for i, (a, b) in enumerate(moves, 1):
    print(f"{i:2}. {a} -> {b}")
print(pegs, len(moves) == 2 ** 4 - 1)
def count(n):
    return 0 if n == 0 else 2 * count(n - 1) + 1
print([count(n) for n in range(12)], count(64), count(100))
