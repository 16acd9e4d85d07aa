# The iterator protocol, the old sequence protocol, and iter with a sentinel.
class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1

    def __length_hint__(self):
        return self.n


class Squares:
    def __getitem__(self, i):
        if i > 5:
            raise IndexError
        return i * i


print(list(Countdown(4)), list(Squares()), 16 in Squares(), 17 in Squares())
it = iter([1, 2, 3])
print(next(it), list(it), next(it, "over"))
rolls = iter([4, 2, 6, 1])
print(list(iter(lambda: next(rolls), 6)))
print(list(zip("abc", range(2))), list(map(max, [1, 5], [3, 2])), list(filter(None, [0, 1, "", "a"])))
try:
    list(zip("ab", "c", strict=True))
except ValueError as e:
    print(e)
print(any(x > 2 for x in Countdown(3)), all([]), sum([[1], [2]], []), list(enumerate("ab", 5)))
d = {"a": 1, "b": 2}
try:
    for k in d:
        d["c"] = 3
except RuntimeError as e:
    print(e)
items = [1, 2, 3, 4]
for x in items:
    if x == 2:
        items.remove(x)
print(items, list(reversed(range(3))), *reversed({"x": 1, "y": 2}))
for i in range(3):
    if i == 5:
        break
else:
    print("no break")
while True:
    break
else:
    print("never")
