a = ["x", "y", "z"]
print(list(enumerate(a)), list(enumerate(a, 1)), list(enumerate("ab", start=-1)), dict(enumerate(a)), list(enumerate([])), list(enumerate({"k": 1}, 10 ** 20)))
print(list(zip(a, [1, 2, 3])), list(zip(a, "ab")), list(zip()), list(zip(a)), list(zip(a, range(5), (True, False))), dict(zip(a, a)), list(zip(a, a[1:])), list(zip([1], [])))
print(list(reversed(a)), list(reversed("abc")), tuple(reversed((1, 2))), list(reversed(range(0, 10, 3))), list(reversed({"p": 1, "q": 2})), "".join(reversed("été")))
for i, (p, q) in enumerate(zip(a, reversed(a))):
    print(i, p, q)
for i, c in enumerate(reversed(list(enumerate("ab")))):
    print(i, c)
print([i for i, v in enumerate([0, 5, 0, 7]) if v], [p * q for p, q in zip(range(3), range(3, 6))], sum(p * q for p, q in zip([1, 2], [3, 4])), max(zip([1, 2], [9, 0])))
print(list(zip([1, 2], [3, 4], strict=True)), [list(t) for t in zip([1, 2, 3], [4, 5, 6], [7, 8, 9])])
for bad in range(7):
    try:
        if bad == 0:
            list(zip([1], [1, 2], strict=True))
        elif bad == 1:
            list(zip([1, 2], [1], strict=True))
        elif bad == 2:
            list(zip([1], 5))
        elif bad == 3:
            list(enumerate(5))
        elif bad == 4:
            reversed(5)
        elif bad == 5:
            list(enumerate("a", "b"))
        else:
            list(zip([1], [2], [], strict=True))
    except ValueError as e:
        print("value", e)
    except TypeError as e:
        print("type", e)
