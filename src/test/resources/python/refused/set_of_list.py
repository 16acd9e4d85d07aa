# refused: 2:11 set
print(len(set([1, 2, 2])))
