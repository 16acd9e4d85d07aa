# refused: 2:11 vars
print(len(vars()) > 0)
