# Comprehensions: nesting, conditions, scopes, and the walrus leaking out.
print([x * y for x in range(1, 4) for y in range(x) if (x + y) % 2])
print({k: len(v) for k, v in {"a": "xyz", "b": ""}.items() if v})
print(sorted({c.lower() for c in "Mississippi"}))
print([[row[i] for row in [[1, 2, 3], [4, 5, 6]]] for i in range(3)])
x = "outer"
print([x for x in range(3)], x)
print([last := n for n in (4, 7, 1)], last)
print(sum(n * n for n in range(1000)))
print([(a, b) for a, *b in ["one", "two"]])
print([f"{i}{'' if i % 2 else '!'}" for i in range(5)])
lazy = (print("made", i) or i for i in range(3))
print("before")
print(next(lazy))
print(list(lazy))
funcs = [(lambda: (i, j)) for i in range(2) for j in range(2)]
print([f() for f in funcs])


class Scope:
    n = 3
    seen = [i for i in range(n)]


print(Scope.seen)
print({i % 3: i for i in range(10)}, {*range(3), *range(2, 5)} == set(range(5)))
