# Dynamic programming: distances, alignments, longest common parts, change.
from functools import cache


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[-1]


def common(a, b):
    @cache
    def best(i, j):
        if i == len(a) or j == len(b):
            return ""
        if a[i] == b[j]:
            return a[i] + best(i + 1, j + 1)
        return max(best(i + 1, j), best(i, j + 1), key=len)

    return best(0, 0)


def change(amount, coins):
    ways = [1] + [0] * amount
    for coin in coins:
        for n in range(coin, amount + 1):
            ways[n] += ways[n - coin]
    return ways[amount]


print(distance("kitten", "sitting"), distance("", "abc"), distance("intention" * 12, "execution" * 12))
print(common("the quick brown fox", "a thick crown of six"), change(500, [1, 2, 5, 10, 20, 50, 100, 200]))
