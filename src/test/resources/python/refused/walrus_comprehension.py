# refused: 2:34 :=
print([y for x in range(3) if (y := x * 2)])
