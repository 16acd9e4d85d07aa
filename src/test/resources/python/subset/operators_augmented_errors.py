def aug(op, a, b):
    try:
        if op == 0:
            a += b
        elif op == 1:
            a -= b
        elif op == 2:
            a *= b
        elif op == 3:
            a /= b
        elif op == 4:
            a //= b
        elif op == 5:
            a **= b
        elif op == 6:
            a &= b
        elif op == 7:
            a |= b
        elif op == 8:
            a ^= b
        elif op == 9:
            a <<= b
        elif op == 10:
            a >>= b
        else:
            a %= b
        return a
    except TypeError as e:
        return "T " + str(e)
    except ZeroDivisionError as e:
        return "Z " + str(e)
    except ValueError as e:
        return "V " + str(e)
for op in range(12):
    for a in (6, 1.5, "t", (1,), None, {2: 3}):
        for b in (2, 0.5, "s", [1], None, {1: 1}):
            print(op, repr(a), repr(b), aug(op, a, b))
