# Every tool of itertools, finite ones whole and endless ones cut.
import itertools as it
import operator

print(list(it.accumulate([1, 2, 3, 4], operator.mul)), list(it.accumulate([1, 2], initial=10)))
print(list(it.chain("ab", [1])), list(it.chain.from_iterable(["cd", "e"])), list(it.compress("abcd", [1, 0, 1])))
print(["".join(c) for c in it.combinations("abcd", 2)], len(list(it.combinations(range(10), 4))))
print(["".join(c) for c in it.combinations_with_replacement("abc", 2)], list(it.permutations(range(3), 2)))
print(list(it.product("ab", repeat=2)), list(it.product([1, 2], "x", [True])))
print(list(it.islice(it.count(5, 2), 3)), list(it.islice(it.cycle("ab"), 1, 8, 3)), list(it.repeat("z", 2)))
print(list(it.dropwhile(lambda x: x < 3, [1, 4, 2])), list(it.takewhile(lambda x: x < 3, [1, 4, 2])))
print(list(it.filterfalse(lambda x: x % 2, range(6))), list(it.starmap(pow, [(2, 5), (3, 2)])))
print([(k, list(g)) for k, g in it.groupby("aaabbc")], [(k, len(list(g))) for k, g in it.groupby([1, 3, 2, 4], lambda x: x % 2)])
print(list(it.pairwise("abcd")), list(it.zip_longest("ab", "xyz", fillvalue="-")))
print(list(it.batched("abcdefg", 3)))
a, b = it.tee(iter(range(3)))
print(next(a), next(a), list(b), list(a))


def roundrobin(*iterables):
    for batch in it.zip_longest(*iterables, fillvalue=None):
        yield from (x for x in batch if x is not None)


print("".join(roundrobin("ABC", "D", "EF")))
print(sum(1 for p in it.permutations(range(7)) if all(abs(p[i] - p[j]) != j - i for i in range(7) for j in range(i + 1, 7))))
try:
    list(it.batched("abc", 0))
except ValueError as e:
    print(e)
