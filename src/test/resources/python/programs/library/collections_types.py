# Counter, deque, defaultdict, OrderedDict, ChainMap, namedtuple.
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, defaultdict, deque, namedtuple

c = Counter("mississippi")
print(c.most_common(2), c["z"], c - Counter("miss"), c & Counter("sip"), +Counter(a=-1, b=2), c.total())
c.subtract("sss")
print(c, sorted(c.elements()))
d = deque(range(5), maxlen=5)
d.append(5)
d.appendleft(-1)
d.rotate(2)
print(d, d.index(4), d.maxlen, d.popleft(), list(reversed(d)))
groups = defaultdict(list)
for word in "one two three four five six".split():
    groups[len(word)].append(word)
print(dict(groups), groups.default_factory.__name__, 9 in groups, groups[9])
o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a")
o.move_to_end("c", last=False)
print(o, o.popitem(last=False), o == {"a": 1, "b": 2}, o == OrderedDict(a=1, b=2))
m = ChainMap({"x": 1}, {"x": 2, "y": 3})
child = m.new_child({"y": 9})
child["z"] = 0
print(child["x"], child["y"], m["y"], dict(child), child.parents == m)
P = namedtuple("P", "x y z", defaults=[0])
p = P(1, 2)
print(p, p._replace(y=5), p._asdict(), P._fields, P._make("abc"), p == (1, 2, 0), p[1:], P.z.__doc__)
for wrong in ("x x", "class", "_a", "1a"):
    try:
        namedtuple("W", wrong)
    except ValueError as e:
        print(e)
print(namedtuple("R", "x x class", rename=True)._fields)


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


print(Lower(A=1, B=2), UserList([1]) + [2])
try:
    d2 = deque([1])
    for _ in d2:
        d2.append(2)
except RuntimeError as e:
    print(e)
