# refused: 2:12 map
print(list(map(str, [1, 2])))
