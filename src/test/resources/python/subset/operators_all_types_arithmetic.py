def apply(op, a, b):
    try:
        if op == "-":
            return a - b
        if op == "*":
            return a * b
        if op == "/":
            return a / b
        if op == "//":
            return a // b
        if op == "%":
            return a % b
        return a ** b
    except TypeError as e:
        return "T " + str(e)
    except ZeroDivisionError as e:
        return "Z " + str(e)
values = [0, 3, -2, 2.5, True, "s", [1, 2], (3,), {}, None]
for op in ("-", "*", "/", "//", "%", "**"):
    for a in values:
        for b in values:
            if op == "%" and isinstance(a, str):
                continue
            if op == "**" and a == -2 and b == 2.5:
                continue  # a complex number
            print(a, op, b, apply(op, a, b))
