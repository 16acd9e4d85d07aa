values = []
x = 1
values.append(x)
x = "one"
values.append(x)
x = [x, 1.0]
values.append(x)
x = {"k": x}
values.append(x)
x = (x, None)
values.append(x)
x = len(x)
print(values, x)
def describe(v):
    if v is None:
        return "nothing"
    if isinstance(v, bool):
        return "truth"
    if isinstance(v, (int, float)):
        return "number " + ("negative" if v < 0 else "zero" if v == 0 else "positive")
    if isinstance(v, str):
        return f"text of {len(v)}"
    if isinstance(v, (list, tuple)):
        return type(v) == list and "list" or "tuple"
    return "dict" if isinstance(v, dict) else "other"
for v in values + [None, True, -3, 0.0, (), range(2), ""]:
    print(repr(v), describe(v), type(v))
total = 0
for v in (1, 2.5, True, 10 ** 20, "7"):
    try:
        total += v
    except TypeError:
        total += int(v)
    print(total, type(total))
def either(flag):
    return [1, 2] if flag else "12"
print(either(1)[0], either(0)[0], either(1) * 2, either(0) * 2, len(either(1)) + len(either(0)), [c for c in either(1)], [c for c in either(0)])
