# operator: functions for every operator, getters, callers.
import operator as op

for name in "add sub mul truediv floordiv mod pow and_ or_ xor lshift rshift lt le eq ne ge gt is_ concat".split():
    a, b = ("ab", "c") if name == "concat" else (13, 4)
    print(name, getattr(op, name)(a, b), end="; ")
print()
print(op.neg(3), op.inv(3), op.not_(0), op.truth([]), op.index(True), op.abs(-4), op.matmul.__name__, op.call(pow, 2, 3))
rows = [{"n": 3, "k": "c"}, {"n": 1, "k": "b"}, {"n": 3, "k": "a"}]
print(sorted(rows, key=op.itemgetter("n", "k")), op.itemgetter(1, -1, slice(2))("abcd"))
print(op.attrgetter("real", "__class__.__name__")(5), op.methodcaller("replace", "a", "b", 1)("aaa"), op.methodcaller("upper"))
items = [1, 2, 3, 2]
print(op.countOf(items, 2), op.indexOf(items, 3), op.contains(items, 9), op.getitem(items, slice(1, 3)), op.length_hint(iter(items)))
op.setitem(items, 0, 9)
op.delitem(items, 1)
print(items, op.iadd([1], [2]), op.iconcat([3], [4]), op.is_not(1, None))
for wrong in (lambda: op.indexOf([], 1), lambda: op.itemgetter(), lambda: op.attrgetter(1), lambda: op.index(1.5), lambda: op.attrgetter("a.b")(1)):
    try:
        wrong()
    except (ValueError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)
