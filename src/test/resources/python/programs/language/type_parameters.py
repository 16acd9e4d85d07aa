# New syntax of 3.12: type parameters, type aliases, nested quotes in f-strings.
from typing import TypeVar


def first[T](items: list[T]) -> T:
    return items[0]


class Stack[T, *Rest, **P]:
    def __init__(self):
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)


type Pair[A, B: int] = tuple[A, B]
type Tree = list[Tree] | int

print(first([3, 4]), first.__type_params__, Stack.__type_params__)
s = Stack[int, str, [bytes]]()
s.push(1)
print(s.items, Stack.__mro__[1].__name__)
print(Pair, Pair.__value__, Pair.__type_params__[1].__bound__, Tree.__value__)
print(isinstance(first.__type_params__[0], TypeVar))
print(f"{"quotes" + f"{'inside'}"} {
    1 + 1  # and a comment
}")
print(f"{'\n'.join(['a', 'b'])}")
