print(sum([]), sum([1, 2, 3]), sum((1.5, 2)), sum(range(10), 5), sum([[1], [2]], []), sum({1: "a", 2: "b"}), sum([True] * 3), sum([1, 2], start=10), sum([2 ** 62] * 4), sum([0.1] * 7))
print(any([]), any([0, "", None]), any([0, 3]), all([]), all([1, "a"]), all([1, 0]), any("abc"), all(""), any({0: 1}), all({"": 1}), any((False, [])), all(range(1, 4)), any(range(1)))
for bad in range(6):
    try:
        if bad == 0:
            print(sum(["a"]))
        elif bad == 1:
            print(sum(5))
        elif bad == 2:
            print(any(3))
        elif bad == 3:
            print(all(None))
        elif bad == 4:
            print(sum([1, None]))
        else:
            print(sum([[1]]))
    except TypeError as e:
        print(e)
for n in range(1, 30):
    digits = [int(c) for c in str(n ** 7)]
    print(n, sum(digits), any(d == 9 for d in digits), all(d > 0 for d in digits), sum(d for d in digits if d % 2), sum(1 for d in digits if d == 0))
