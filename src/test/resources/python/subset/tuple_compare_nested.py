ts = [(), (1,), (1, 2), (1, 2, 3), (0, 9), ((1,), 2), ((1, 2),), ("a",), ("a", 1)]
for t in ts:
    print(t, len(t), repr(t), str(t), f"{t}", "%s" % (t,), [t], (t,), {t: t}, t == tuple(list(t)), t * 0, t[:1], t[5:])
print([[a == b for b in ts] for a in ts])
print(sorted([(2, "b"), (1, "c"), (2, "a"), (1, "a")]), sorted([((2, 1), 0), ((1, 9), 5), ((1, 2), 7)]))
d = {}
for i, t in enumerate(ts):
    d[t] = i
print(d, d[(1, 2)], d[1, 2], d[()], (1, 2) in d, (9,) in d, (1.0, 2.0) in d)
d[1.0, True + 1] = "same"
print(d)
try:
    d[[1], 2] = 1
except TypeError as e:
    print(e)
try:
    d[([1], 2)] = 1
except TypeError as e:
    print(e)
