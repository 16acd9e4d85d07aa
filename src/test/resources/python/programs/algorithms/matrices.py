# Exact linear algebra on lists: products, determinants, inverses.
from fractions import Fraction


def product(a, b):
    return [[sum(x * y for x, y in zip(row, column)) for column in zip(*b)] for row in a]


def inverse(m):
    n = len(m)
    rows = [[Fraction(x) for x in row] + [Fraction(i == j) for j in range(n)] for i, row in enumerate(m)]
    det = Fraction(1)
    for i in range(n):
        pivot = next((r for r in range(i, n) if rows[r][i]), None)
        if pivot is None:
            raise ValueError("singular")
        if pivot != i:
            rows[i], rows[pivot], det = rows[pivot], rows[i], -det
        det *= rows[i][i]
        rows[i] = [x / rows[i][i] for x in rows[i]]
        for r in range(n):
            if r != i:
                rows[r] = [x - rows[r][i] * y for x, y in zip(rows[r], rows[i])]
    return [row[n:] for row in rows], det


hilbert = [[Fraction(1, i + j + 1) for j in range(7)] for i in range(7)]
inv, det = inverse(hilbert)
print(det, [int(x) for x in inv[3]])
print(product(hilbert, inv) == [[int(i == j) for j in range(7)] for i in range(7)])
a = [[(i * j + i) % 5 + 0.5 for j in range(25)] for i in range(25)]
print(sum(map(sum, product(a, product(a, a)))))
try:
    inverse([[1, 2], [2, 4]])
except ValueError as e:
    print(e)
