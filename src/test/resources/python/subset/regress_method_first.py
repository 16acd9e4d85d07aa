log = []
def t(x):
    log.append(x)
    return x
for value in [5, 2.5, None, True, "s", [1], (1,), {}, range(3), {}.keys(), iter([]), ValueError()]:
    for k in range(10):
        try:
            if k == 0:
                r = value.append(1 // 0)
            elif k == 1:
                r = value.replace([][0], t(1))
            elif k == 2:
                r = value.get(t(2), {}["x"])
            elif k == 3:
                r = value.count(t(3), 1 // 0)
            elif k == 4:
                r = value.index(t(1) + "" if value else None + 1)
            elif k == 5:
                r = value.sort(key=lambda q: 1 // 0, reverse=t(4) + None)
            elif k == 6:
                r = value.pop(t(5) + "")
            elif k == 7:
                r = value.format(t(6), x=t(7) + "")
            elif k == 8:
                r = value.join(str(i) for i in [1, 1 // 0])
            else:
                r = value.is_integer()
            print(k, r)
        except Exception as e:
            print(k, type(e), e, log)
        log.clear()
x = 5
x.append(
    t(1),
) if 0 else x.bit_length()
x = [1]
x.append(x[0]); x.extend([i + 1 for i in x[:]]); x.insert(t(0), x[-1])
print(x, (7).is_integer(), True.bit_length())
x.update(
    t(1)
)
