# Sets: algebra, comparison, mutation, frozen ones as keys.
a, b = set(range(0, 20, 2)), set(range(0, 20, 3))
for name, s in [("and", a & b), ("or", a | b), ("minus", a - b), ("xor", a ^ b)]:
    print(name, sorted(s))
print({1, 2} < {1, 2, 3}, {1} <= {1}, {1, 2} > {2}, a.isdisjoint({1, 5}), {1, 2} == frozenset([2, 1]))
s = set("abc")
s.add("d")
s.discard("z")
s.update("ef", ["g"])
s.difference_update("a")
s &= set("bcdxyz")
print(sorted(s), len(s), "b" in s)
groups = {frozenset("ab"): 1, frozenset("cd"): 2}
print(groups[frozenset("ba")], hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
for wrong in (lambda: {[]}, lambda: set().pop(), lambda: {1}.remove(2), lambda: {1} + {2}):
    try:
        wrong()
    except (TypeError, KeyError) as e:
        print(type(e).__name__, e)
sieve = set(range(2, 500))
for n in range(2, 23):
    sieve -= set(range(n * n, 500, n))
print(len(sieve), sum(sieve), max(sieve))
print(repr(set()), {*()}, {0, False, 0.0} == {0}, set() <= {1})
