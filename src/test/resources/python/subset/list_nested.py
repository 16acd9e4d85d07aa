grid = [[0] * 4 for i in range(3)]
grid[1][2] = 5
shared = [[0] * 2] * 3
shared[0][1] = 9
print(grid, shared)
deep = [1, [2, [3, [4, [5]]]]]
print(deep[1][1][1][1][0], deep, len(deep), deep[1][0])
deep[1][1].append("x")
print(deep)
a = [1, 2]
b = a
b += [3]
c = a + [4]
a.append(a)
print(a, b, len(c), a[3][3][0])
d = {"self": None}
d["self"] = d
print(d)
e = [[]]
e[0].append(e)
print(e, [a], {"a": a})
t = ([1], 2)
t[0].append(3)
print(t)
for row in grid:
    for i in range(len(row)):
        row[i] += i
print(grid, [x for row in grid for x in row], [list(r) for r in zip(grid[0], grid[1], grid[2])])
print([[i * j for j in range(4)] for i in range(4)], [[1]] * 2, [[[]]], [[], [[]], [[], [[]]]])
