print(sum([0.1] * 10), sum([0.1] * 3), sum([1e16, 1.0, -1e16]), sum([1, 2.5, 3]), sum([0.1, 0.2, 0.3], 0.0), sum([], 1.5))
print(sum([1e100, 1.0, -1e100]), sum([10 ** 20, 0.5]), sum([True, 0.5]), sum([0.1, 10 ** 30]))
total = 0.0
for i in range(10):
    total += 0.1
print(total, total == 1.0, sum(0.1 for i in range(10)) == 1.0)
values = [((i * 7919) % 1000) / 7 for i in range(50)]
print(sum(values), sum(values) / len(values), max(values), min(values), sum(v * v for v in values))
print(sum([float("inf"), 1.0]), sum([float("nan"), 1.0]), sum([1e308, 1e308]), sum([-0.0]), sum([-0.0], -0.0))
print(sum([[1], [2, 3]], []), sum([(1,), (2,)], ()), sum(range(101)), sum([2 ** 62, 2 ** 62]))
try:
    print(sum(["a", "b"], ""))
except TypeError as e:
    print(e)
try:
    print(sum(["a", "b"]))
except TypeError as e:
    print(e)
