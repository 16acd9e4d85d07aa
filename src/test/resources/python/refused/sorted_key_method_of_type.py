# refused: 2:34 method of a type
print(sorted(["b", "A"], key=str.lower))
