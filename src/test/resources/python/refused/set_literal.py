# refused: 2:5 set
s = {1, 2, 3}
print(len(s))
