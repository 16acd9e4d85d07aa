# refused: 2:5 generator expression
g = (x for x in range(3))
print(list(g))
