# Enumerations: aliases, flags, automatic values, methods, errors.
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique


class Colour(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    def mixed(self, other):
        return f"{self.name}+{other.name}"

    @classmethod
    def _missing_(cls, value):
        return cls.GREEN if value == "grass" else None


print(Colour.RED, repr(Colour(2)), Colour["RED"].value, Colour.CRIMSON is Colour.RED, list(Colour), Colour("grass"))
print(Colour.RED.mixed(Colour.GREEN), Colour.__members__.keys(), 1 in Colour, Colour.RED in Colour, len(Colour))


class Permission(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


p = Permission.R | Permission.X
print(p, Permission.RW, ~p, p & Permission.RW, Permission.W in Permission.RW, bool(p & Permission.W), list(p), Permission(7))


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Word(StrEnum):
    FIRST = auto()
    SECOND = "2nd"


print(Level.LOW < Level.HIGH, Level.HIGH + 1, f"{Level.LOW}", sorted(Level, reverse=True), Word.FIRST, Word.SECOND.upper())
print(IntFlag("Bits", "A B C").C.value, Enum("Made", {"x": 1, "y": 2}).y)


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.642, 3.39)

    def __init__(self, mass, radius):
        self.gravity = round(6.674 * mass / radius**2 * 10, 2)


print(Planet.EARTH.gravity, Planet.MARS)
for wrong in (lambda: Colour(9), lambda: Colour["BLUE"], lambda: unique(Colour), lambda: setattr(Colour, "RED", 3),
              lambda: type("Sub", (Colour,), {}), lambda: Permission(99)):
    try:
        wrong()
    except (ValueError, KeyError, AttributeError, TypeError) as e:
        print(type(e).__name__, str(e).splitlines()[0])
