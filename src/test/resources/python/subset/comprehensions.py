n = 10
print([i for i in range(n)], [i * i for i in range(n) if i % 2], [i for i in range(30) if i % 2 if i % 3], [(i, j) for i in range(3) for j in range(i)])
print([[j for j in range(i)] for i in range(4)], [c + d for c in "ab" for d in "xy" if c != "b" or d != "x"], [x if x > 2 else -x for x in range(5)])
print({i: i ** 2 for i in range(5)}, {c: i for i, c in enumerate("hello")}, {(i, j): i * j for i in range(2) for j in range(2)}, {k: v for k, v in [("a", 1), ("b", 2)] if v > 1})
i = "outer"
squares = [i for i in range(3)]
print(i, squares)
def local():
    i = "mine"
    j = [i for i in "xy"]
    return i, j, [n + k for k in range(2)]
print(local())
print([w.strip().upper() for w in " a, b ,c ".split(",")], [len(w) for w in "the quick fox".split()], [x for row in [[1, 2], [3]] for x in row], [[r[c] for r in [[1, 2], [3, 4]]] for c in range(2)])
print([a + b for a, b in zip([1, 2], [10, 20])], [v for k, (v, w) in enumerate([(1, 2), (3, 4)])], [0 for _ in range(3)], [[0] * 2 for _ in range(2)])
print([i for i in [i for i in range(5)] if i > 1], [y for x in range(3) for y in [x * 10] if y], [f"{x}{y}" for x in range(2) for y in "ab"])
fizz = ["FizzBuzz" if i % 15 == 0 else "Fizz" if i % 3 == 0 else "Buzz" if i % 5 == 0 else i for i in range(1, 21)]
print(fizz)
try:
    print([1 // (2 - i) for i in range(4)])
except ZeroDivisionError as e:
    print(e)
