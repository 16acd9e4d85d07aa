# refused: 3:7 id
a = []
print(id(a) == id(a))
