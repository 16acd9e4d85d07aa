lists = [[], [1], [1, 2], [1, 2, 3], [2], [0, 5], [[1], 2], [[1, 2]], [1.0, 2]]
for a in lists[:6]:
    print(a, [a < b for b in lists[:6]], [a <= b for b in lists[:6]], [a == b for b in lists], [a > b for b in lists[:6]])
words = ["", "a", "A", "b", "ab", "aB", "é", "z", "Z", "10", "9", "a b", "日", "😀", "\uffff"]
for w in words:
    print(repr(w), "".join("<" if w < v else ("=" if w == v else ">") for v in words))
print(sorted(words))
print(max(words), min(words), sorted([(2, "b"), (1, "z"), (2, "a"), (1, "")]))
print({1: 2, 3: 4} == {3: 4, 1: 2}, {1: 2} == {1: 2.0}, {1: [1]} == {1: [1]}, {1: 2} != {1: 3}, {"a": {"b": 1}} == {"a": {"b": 1}})
