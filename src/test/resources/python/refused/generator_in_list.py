# refused: 2:6 generator expression
a = [(i for i in "ab"), 1]
print(len(a))
