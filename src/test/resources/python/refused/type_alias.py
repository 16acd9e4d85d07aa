# refused: 2:1 type alias
type Numbers = list[int]
print(1)
