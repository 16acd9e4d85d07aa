# refused: 2:11 dir
print(len(dir([])))
