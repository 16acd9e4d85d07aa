def multiply(a, b):
    return [[sum(a[i][k] * b[k][j] for k in range(len(b))) for j in range(len(b[0]))] for i in range(len(a))]
def identity(n):
    return [[1 if i == j else 0 for j in range(n)] for i in range(n)]
def power(m, e):
    result = identity(len(m))
    while e:
        if e & 1:
            result = multiply(result, m)
        m = multiply(m, m)
        e >>= 1
    return result
def transpose(m):
    return [[row[i] for row in m] for i in range(len(m[0]))]
def show(m):
    width = max(len(str(x)) for row in m for x in row)
    for row in m:
        print("[" + " ".join(str(x).rjust(width) for x in row) + "]")
a = [[1, 2, 3], [4, 5, 6]]
b = [[7, 8], [9, 10], [-11, 12]]
show(multiply(a, b))
show(multiply(b, a))
show(transpose(a))
show(power([[1, 1], [1, 0]], 90))
show(power([[2, 1, 0], [0, 2, 1], [0, 0, 2]], 20))
show(multiply([[0.5, 0.25], [0.1, 0.2]], [[1.5], [2.5]]))
print(multiply(identity(2), a) == a)
