def area(w: float, h: float = 2.0, name: str = "box") -> str:
    total: float = w * h
    label: str
    label = f"{name}={total:.2f}"
    return label
count: int = 3
names: list = ["a", "b"]
def first(items: list) -> object:
    return items[0] if items else None
for i in range(count):
    print(area(i), area(i, 3), area(i, name="big"), area(h=1.5, w=i))
print(first(names), first([]), first("xyz"))
table: dict = {n: len(n) for n in names}
print(table, count + 1)
