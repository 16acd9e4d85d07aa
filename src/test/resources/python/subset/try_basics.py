def run(n):
    try:
        print("try", n)
        if n == 1:
            x = 1 / 0
        elif n == 2:
            x = [][5]
        elif n == 3:
            x = {}["k"]
        elif n == 4:
            x = int("zz")
        elif n == 5:
            return "returned"
        else:
            x = n
    except ZeroDivisionError:
        print("zero")
        x = -1
    except (IndexError, KeyError) as e:
        print("lookup", repr(e))
        return "from except"
    except ValueError as e:
        print("value", e)
        x = -3
    else:
        print("else", x)
        x += 100
    finally:
        print("finally", n)
    return x
for n in range(7):
    print("=>", run(n))
try:
    try:
        "a" + 1
    except ValueError:
        print("never")
    finally:
        print("inner finally")
except TypeError as e:
    print("outer", e)
try:
    pass
except Exception:
    print("never")
else:
    print("else")
try:
    print("just finally")
finally:
    print("f")
