a, b, c = [1, 2, 3]
(d, e) = "xy"
[f, g] = range(2)
h, (i, [j, k]), l = 1, (2, [3, 4]), 5
print(a, b, c, d, e, f, g, h, i, j, k, l)
a, b, c = c, a, b
print(a, b, c)
x = [1, 2, 3]
i = 0
i, x[i] = 2, 9
print(i, x)
x[0], x[1], x[2] = x[2], x[0], x[1]
print(x)
m = n = p = [0]
m[0], n = 5, [6]
print(m, n, p)
for (q, r), s in [((1, 2), 3), ("ab", "c")]:
    print(q, r, s)
for k, v in {"a": 1, "b": 2}.items():
    print(k, v)
d = {}
d["x"], d["y"] = 1, 2
d["z"] = d["w"] = [d["x"]]
print(d)
(t,) = [7]
[u] = (8,)
v, = "z"
print(t, u, v, [y for (y, _) in [(1, 2), (3, 4)]])
