def outer(limit):
    base = 10
    table = [base + x for x in range(limit)]
    pairs = {x: [base * y for y in range(x)] for x in range(limit)}
    return table, pairs, base
print(outer(4))
x = "kept"
y = [x for x in range(3)]
z = {x: x for x in "ab"}
total = sum(x for x in range(10))
print(x, y, z, total)
def f(x):
    return [x + x for x in [x, x + 1]], x
print(f(5))
def g(n):
    result = []
    for i in range(n):
        row = [i * j for j in range(n) if j != i]
        result.append((i, row, sum(i * j for j in row)))
    return result
print(g(4))
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [[i + 1 for i in row] for row in matrix], max(max(row) for row in matrix), [sum(row) for row in matrix])
print([[[k for k in range(j)] for j in range(i)] for i in range(4)])
words = ["a", "bb", "ccc"]
print([w for i in range(3) for w in words if len(w) == i + 1], any([w == "bb" for w in words]), sorted([len(w) for w in words], reverse=True))
try:
    print([undefined_one for i in range(1)])
except NameError as e:
    print(e)
print([i for i in range(2)] + [i for i in range(3)], [v for v in {"p": 1}.items()])
