# Structural patterns: literals, captures, classes, mappings, sequences, guards.
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


class Box:
    __match_args__ = ("content",)

    def __init__(self, content, colour="grey"):
        self.content, self.colour = content, colour


def describe(value):
    match value:
        case None | True | False:
            return f"constant {value}"
        case int(n) if n < 0:
            return f"negative {n}"
        case 0 | 1 as bit:
            return f"bit {bit}"
        case int() | float():
            return f"number {value}"
        case str() as s if s.isupper():
            return f"loud {s}"
        case "":
            return "empty text"
        case []:
            return "empty list"
        case [only]:
            return f"one of {describe(only)}"
        case [first, *_, last] if first == last:
            return f"between two {first!r}"
        case [Point(x=0), Point() as p]:
            return f"from the axis to {p.x},{p.y}"
        case [a, [b, c], *rest]:
            return f"nested {a} {b} {c} {rest}"
        case {"type": "circle", "r": r, **others}:
            return f"circle {r} {others}"
        case {}:
            return f"mapping of {len(value)}"
        case Point(0, 0):
            return "origin"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Box(Box(inner), colour="red"):
            return f"red box of a box of {inner}"
        case Box(content):
            return f"box of {describe(content)}"
        case _:
            return type(value).__name__


for value in [
    None, True, -5, 0, 1, 7, 2.5, "LOUD", "", "soft", [], [3], (1, 2, 1), [Point(0, 1), Point(5, 6)],
    [1, (2, 3), 4, 5], {"type": "circle", "r": 2, "fill": 1}, {}, {"a": 1}, Point(0, 0), Point(2, 2),
    Point(1, 2), Box(Box(3), "red"), Box([4]), b"bytes", {1, 2},
]:
    print(describe(value))
