# refused: 2:5 property
p = property()
print(p is None)
