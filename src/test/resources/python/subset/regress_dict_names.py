log = []
def t(x):
    log.append(x)
    return x
print(dict(a=1), dict(b=t(1), a=t(2)), dict({"x": 1}, x=2, y=t(3)), dict([("p", 1)], q=2), dict(iterable=5), dict(zip("ab", [1, 2]), c=3), log)
d = {"k": 0}
d.update(k=t(5), z=6)
d.update({"m": 1}, n=2, k=7)
d.update([("r", 1)], r=2)
d.update()
print(d, dict((str(i), i) for i in range(3)))
for v in (5, None, "ab", [1], [(1, 2, 3)]):
    try:
        print(dict(v, a=t(9)))
    except (TypeError, ValueError) as e:
        print(type(e), e)
    try:
        d.update(v, zz=t(9))
    except (TypeError, ValueError) as e:
        print(type(e), e, len(d))
    try:
        v.update(t(8), u=t(1) + "x")
    except (TypeError, AttributeError) as e:
        print(type(e), e, log)
    log.clear()
print(dict(a=1)["a"], len(dict(self=1, other=2, dict=3)))
