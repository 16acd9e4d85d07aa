"""Dicts: counting by int and by str, look-ups, deletion and iteration in order."""


def count_ints(count):
    counts = {}
    x = 12345
    for i in range(count):
        x = (x * 1103515245 + 12345) % 2147483648
        k = x % 5003
        counts[k] = counts.get(k, 0) + 1
    return counts


def count_words(words, rounds):
    counts = {}
    for r in range(rounds):
        for w in words:
            if w in counts:
                counts[w] += r
            else:
                counts[w] = 1
    return counts


counts = count_ints(1000000)
words = ["w" + str(i * 31 % 7001) for i in range(20000)]
by_word = count_words(words, 40)
grid = {}
for i in range(350):
    for j in range(350):
        grid[i, j] = i ^ j
total = 0
for i in range(1, 349):
    for j in range(1, 349):
        total += grid[i - 1, j] + grid[i, j + 1] - grid[i, j]
for k in list(grid):
    if grid[k] % 3:
        del grid[k]
print(len(counts), max(counts.values()), list(counts)[:3], len(by_word), sum(by_word.values()), total, len(grid), sum(grid.values()))
