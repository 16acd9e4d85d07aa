# refused: 2:12 filter
print(list(filter(None, [0, 1])))
