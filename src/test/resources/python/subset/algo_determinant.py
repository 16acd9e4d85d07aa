def determinant(m):
    m = [row[:] for row in m]
    n = len(m)
    sign = 1
    previous = 1
    for k in range(n - 1):
        if m[k][k] == 0:
            for i in range(k + 1, n):
                if m[i][k]:
                    m[k], m[i] = m[i], m[k]
                    sign = -sign
                    break
            else:
                return 0
        for i in range(k + 1, n):
            for j in range(k + 1, n):
                m[i][j] = (m[i][j] * m[k][k] - m[i][k] * m[k][j]) // previous
        previous = m[k][k]
    return sign * m[-1][-1]
def minor(m, c):
    return [row[:c] + row[c + 1:] for row in m[1:]]
def slow(m):
    if len(m) == 1:
        return m[0][0]
    return sum((-1) ** c * m[0][c] * slow(minor(m, c)) for c in range(len(m)))
seed = 7
for n in range(1, 7):
    m = []
    for i in range(n):
        row = []
        for j in range(n):
            seed = (seed * 1103515245 + 12345) % 2 ** 31
            row.append(seed // 65536 % 21 - 10)
        m.append(row)
    print(n, m, determinant(m), slow(m))
hilbert = [[10 ** 12 // (i + j + 1) for j in range(8)] for i in range(8)]
print(determinant(hilbert))
print(determinant([[0, 1], [1, 0]]), determinant([[1, 2], [2, 4]]), determinant([[0, 0], [0, 1]]))
