# pprint and reprlib: what fits a line, what wraps, what is cut.
import pprint
import reprlib
from dataclasses import dataclass

data = {
    "numbers": list(range(30)),
    "words": {"long": "some words that are quite a bit longer than one line of output can be " * 2, "b": None},
    "nested": [[1, [2, [3, [4, [5]]]]], ("a", "b" * 40), {"y"}, b"bytes"],
}
pprint.pprint(data, width=60)
pprint.pprint(data, width=60, compact=True, depth=3, indent=2, sort_dicts=False)


@dataclass
class Point:
    x: int
    label: str


pprint.pprint([Point(i, "label " * 5) for i in range(3)], width=50)
loop = [1]
loop.append(loop)
print(pprint.isrecursive(loop), pprint.isreadable(loop), pprint.pformat({3: 1, 1: 2}), pprint.pformat([1_000_000], underscore_numbers=True))
print(reprlib.repr(list(range(100))), reprlib.repr("x" * 100), reprlib.repr({i: i for i in range(10)}), reprlib.repr(10**100))


class Tree:
    @reprlib.recursive_repr("<loop>")
    def __repr__(self):
        return f"Tree({self.child!r})"


t = Tree()
t.child = t
print(t)
