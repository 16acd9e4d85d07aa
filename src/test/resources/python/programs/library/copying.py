# Shallow and deep copies, shared and circular parts, own copy methods.
import copy
import pickle

inner = [1, 2]
a = {"x": inner, "y": inner, "t": (inner, 3)}
shallow, deep = copy.copy(a), copy.deepcopy(a)
inner.append(3)
print(shallow, deep, deep["x"] is deep["y"], deep["t"][0] is deep["x"])
loop = []
loop.append(loop)
other = copy.deepcopy(loop)
print(other is not loop, other[0] is other)


class Node:
    def __init__(self, name, *links):
        self.name, self.links = name, list(links)

    def __copy__(self):
        return Node(self.name + "'", *self.links)

    def __deepcopy__(self, memo):
        return Node(self.name + "''", *copy.deepcopy(self.links, memo))


n = Node("a", Node("b"))
print(copy.copy(n).links[0] is n.links[0], copy.deepcopy(n).links[0].name)
print(copy.copy((1,)) == (1,), copy.deepcopy(len) is len, copy.copy("s"))


class Pair:
    def __init__(self, a, b):
        self.a, self.b = a, b

    def __reduce__(self):
        return Pair, (self.b, self.a)


swapped = pickle.loads(pickle.dumps(Pair(1, 2)))
print(swapped.a, swapped.b)
for protocol in range(6):
    data = [1, "é", b"b", 2.5, None, True, {"k": (1, {2})}, 10**30, range(3), complex(1, 2), frozenset([1]), ...]
    data.append(data)
    back = pickle.loads(pickle.dumps(data, protocol))
    print(protocol, back[:-1] == data[:-1], back[-1] is back)
for wrong in (lambda: pickle.dumps(lambda: 0), lambda: pickle.loads(b"junk"), lambda: copy.deepcopy(x for x in [])):
    try:
        wrong()
    except (pickle.PickleError, TypeError, AttributeError, KeyError) as e:
        print(type(e).__name__)
