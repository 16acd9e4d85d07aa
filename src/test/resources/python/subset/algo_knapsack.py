items = [("map", 9, 150), ("compass", 13, 35), ("water", 153, 200), ("sandwich", 50, 160), ("glucose", 15, 60), ("tin", 68, 45), ("banana", 27, 60), ("apple", 39, 40), ("cheese", 23, 30), ("beer", 52, 10), ("cream", 11, 70), ("camera", 32, 30)]
def solve(limit):
    best = [[0] * (limit + 1) for _ in range(len(items) + 1)]
    for i, (name, weight, value) in enumerate(items, 1):
        for w in range(limit + 1):
            best[i][w] = best[i - 1][w]
            if weight <= w:
                best[i][w] = max(best[i][w], best[i - 1][w - weight] + value)
    chosen = []
    w = limit
    for i in range(len(items), 0, -1):
        if best[i][w] != best[i - 1][w]:
            chosen.append(items[i - 1][0])
            w -= items[i - 1][1]
    return best[-1][limit], chosen[::-1], limit - w
for limit in (0, 8, 9, 50, 100, 200, 400):
    value, chosen, weight = solve(limit)
    print(limit, value, weight, ", ".join(chosen) or "nothing")
def change(coins, amount):
    ways = [1] + [0] * amount
    for c in coins:
        for a in range(c, amount + 1):
            ways[a] += ways[a - c]
    return ways[amount]
print([change([1, 2, 5, 10, 20, 50], a) for a in range(0, 101, 10)], change([1, 5, 10, 25, 50, 100], 1000))
