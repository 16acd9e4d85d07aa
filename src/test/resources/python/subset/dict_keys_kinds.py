d = {}
for k in (1, 1.0, True, "1", 0, False, -0.0, None, (1,), (1.0,), "", 2 ** 70, float(2 ** 70), 1.5, "é", "日", (), ((),), -1, -2, 10 ** 20):
    d[k] = len(d)
    print(repr(k), len(d), k in d)
print(d)
for k, v in d.items():
    print(repr(k), type(k), v, d[k])
for bad in ([1], {}, [[]]):
    try:
        d[bad] = 1
    except TypeError as e:
        print(e)
    try:
        print(d.get(bad))
    except TypeError as e:
        print(e)
    try:
        print(bad in d)
    except TypeError as e:
        print(e)
    try:
        print({bad: 1})
    except TypeError as e:
        print(e)
nan = float("nan")
d = {nan: 1, float("inf"): 2}
print(d, d[nan], d[float("inf")])
