# typing at run time: generics, protocols, typed dictionaries, overloads, hints.
import typing
from typing import Annotated, Any, Callable, Generic, Literal, NamedTuple, Optional, Protocol, TypedDict, TypeVar, Union

T = TypeVar("T", bound=int)


class Box(Generic[T]):
    def __init__(self, item: T):
        self.item = item


print(Box[int], Box[int](3).item, typing.get_origin(Box[int]), typing.get_args(dict[str, list[int]]), Box.__parameters__)
print(Optional[int], Union[int, str, int], int | None, Callable[[int], str], Literal["a", 1], Any, Annotated[int, "meta"])
print(Union[int, str] == (int | str), Optional[int] == Union[None, int], list[int] == list[int], tuple[int, ...])


@typing.runtime_checkable
class Closeable(Protocol):
    def close(self) -> None: ...


class Door:
    def close(self):
        return "shut"


print(isinstance(Door(), Closeable), isinstance(3, Closeable), issubclass(Door, Closeable))


class Movie(TypedDict, total=False):
    title: typing.Required[str]
    year: int


print(Movie(title="x", year=3), sorted(Movie.__required_keys__), sorted(Movie.__optional_keys__))


class Employee(NamedTuple):
    name: str
    id: int = 3


print(Employee("a"), Employee._field_defaults, Employee.__annotations__)


def f(x: "int", y: Optional[str] = None, *args: Annotated[float, 1]) -> "Box[int]": ...


print(typing.get_type_hints(f), typing.get_type_hints(f, include_extras=True)["args"])
print(typing.cast(int, "s"), typing.assert_type(3, int), typing.NewType("Id", int)(5), typing.final(Door).__final__)
for wrong in (lambda: isinstance([], list[int]), lambda: Box[int, str], lambda: Any(), lambda: Union[1], lambda: typing.assert_never(1)):
    try:
        wrong()
    except (TypeError, AssertionError) as e:
        print(type(e).__name__, e)
