# refused: 3:26 key
k = None
print(sorted([2, 1], key=k))
