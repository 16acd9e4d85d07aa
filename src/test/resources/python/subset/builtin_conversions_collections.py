print(list(), list("abc"), list((1, 2)), list({"a": 1}), list(range(3)), list([1]), tuple([1, [2]]), str([1, "a"]), str((1,)), str({}), str(None), str(1.0), str(True), str(""), repr(""))
print(bool([]), bool([[]]), bool("0"), bool(0.0), bool(-1), bool(None), bool(range(0)), bool({}), bool(()), bool((None,)), bool(1e-300), bool())
print(int("42"), int(4.9), int("-0"), float("2.5"), float(3), str(2 ** 70), list(str(12345)), [int(c) for c in "9876"], tuple("xy"), dict([("a", 1)]), dict(a=1))
a = [1, [2, 3]]
b = list(a)
b[0] = 9
b[1].append(4)
print(a, b, a[1] == b[1], tuple(a), list(tuple(a)) == a)
for bad in range(9):
    try:
        if bad == 0:
            list(5)
        elif bad == 1:
            tuple(None)
        elif bad == 2:
            dict(5)
        elif bad == 3:
            int([1])
        elif bad == 4:
            int(None)
        elif bad == 5:
            float([])
        elif bad == 6:
            float(None)
        elif bad == 7:
            int("5", 99)
        else:
            int(5, 10)
    except TypeError as e:
        print(bad, "type", e)
    except ValueError as e:
        print(bad, "value", e)
