values = [5, 2.5, "text", [1], (1,), {"a": 1}, None, True, range(3)]
for v in values:
    for n in range(8):
        try:
            if n == 0:
                r = v.append(1)
            elif n == 1:
                r = v.upper()
            elif n == 2:
                r = v.items()
            elif n == 3:
                r = v.bit_length()
            elif n == 4:
                r = v.is_integer()
            elif n == 5:
                r = v.copy()
            elif n == 6:
                r = v.split()
            else:
                r = v.count(1)
            print(repr(v), n, r)
        except AttributeError as e:
            print(e)
        except TypeError as e:
            print(e)
