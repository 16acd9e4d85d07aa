# Dataclasses: fields, ordering, freezing, inheritance, replacing, slots.
from dataclasses import FrozenInstanceError, InitVar, asdict, astuple, dataclass, field, fields, replace


@dataclass(order=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False)


print(sorted([Version(2), Version(1, 5), Version(1, 2, "x")]))
print(Version(1, 2, "a") == Version(1, 2, "b"), Version(1) < Version(1, 1))


@dataclass(frozen=True)
class Key:
    name: str
    parts: tuple = ()


print(hash(Key("a")) == hash(Key("a")), {Key("a"): 1}[Key("a")])
try:
    Key("a").name = "b"
except FrozenInstanceError as e:
    print(e)


@dataclass
class Basket:
    items: list = field(default_factory=list)
    scale: InitVar[int] = 1
    total: int = field(init=False, repr=False)

    def __post_init__(self, scale):
        self.total = sum(self.items) * scale


b = Basket([1, 2], scale=10)
print(b, b.total, Basket().items is Basket().items, [f.name for f in fields(b)])


@dataclass(kw_only=True, slots=True)
class Child(Version):
    extra: Key = Key("k")


c = Child(3, extra=Key("z", (1,)))
print(c, asdict(c), astuple(c), replace(c, major=4), hasattr(Child, "__slots__"))
for source in ("class A:\n a: int = 1\n b: int", "class A:\n a: list = []"):
    try:
        exec(f"@dataclass\n{source}")
    except (TypeError, ValueError) as e:
        print(e)
try:
    Version()
except TypeError as e:
    print(e)
