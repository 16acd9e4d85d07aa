# Annotations are evaluated where they stand, kept for modules and classes, not for locals.
from __future__ import annotations

import typing

count: int = 3
later: Undefined


class Node:
    value: int
    next: Node | None = None

    def link(self, other: Node) -> typing.Self:
        local: SomethingThatIsNot = other
        self.next = local
        return self


print(__annotations__, Node.__annotations__, Node.link.__annotations__)
print(typing.get_type_hints(Node, {**globals(), "Undefined": int})["next"] == typing.Optional[Node])
n = Node().link(Node())
print(n.next.next, "later" in globals(), "value" in vars(Node))
(count): str = "parenthesised"
print(count, __annotations__["count"])
n.extra: list[int] = [1]
print(n.extra)
