def permutations(items):
    if len(items) <= 1:
        return [items]
    return [[items[i]] + rest for i in range(len(items)) for rest in permutations(items[:i] + items[i + 1:])]
def combinations(items, k):
    if k == 0:
        return [()]
    if not items:
        return []
    return [(items[0],) + c for c in combinations(items[1:], k - 1)] + combinations(items[1:], k)
def next_permutation(a):
    i = len(a) - 2
    while i >= 0 and a[i] >= a[i + 1]:
        i -= 1
    if i < 0:
        return False
    j = len(a) - 1
    while a[j] <= a[i]:
        j -= 1
    a[i], a[j] = a[j], a[i]
    a[i + 1:] = a[:i:-1]
    return True
p = permutations([1, 2, 3, 4])
print(len(p), p)
print(["".join(q) for q in permutations(list("abc"))], combinations("abcd", 2), len(combinations(list(range(10)), 4)))
a = [1, 2, 2, 3]
n = 1
while next_permutation(a):
    n += 1
    print(a, end=" ")
print(n)
print([bits for bits in [f"{i:04b}" for i in range(16)] if bits.count("1") == 2])
def partitions(n, largest):
    if n == 0:
        return [[]]
    return [[k] + p for k in range(min(n, largest), 0, -1) for p in partitions(n - k, k)]
print(partitions(6, 6), [len(partitions(n, n)) for n in range(12)])
