def total(a, b, c):
    return (a +
            b +
            c)
print(total(1, 2, 3))
values = [
    total(1, 1, 1),
    total(2, 2, 2),
    total(1,
          "x",
          3),
]
print(values)
