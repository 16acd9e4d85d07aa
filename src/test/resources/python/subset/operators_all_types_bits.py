def apply(op, a, b):
    try:
        if op == "&":
            return a & b
        if op == "|":
            return a | b
        if op == "^":
            return a ^ b
        if op == "<<":
            return a << b
        return a >> b
    except TypeError as e:
        return "T " + str(e)
    except ValueError as e:
        return "V " + str(e)
values = [0, 3, -2, 2.5, True, "s", [1], (3,), {1: 2}, {"a": 1}, None]
for op in ("&", "|", "^", "<<", ">>"):
    for a in values:
        for b in values:
            print(a, op, b, apply(op, a, b))
