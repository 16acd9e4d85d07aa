# refused: 2:10 generator expression
for y in (x * 2 for x in range(3)):
    print(y)
