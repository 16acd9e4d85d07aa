# refused: 2:5 NotImplemented
x = NotImplemented
print(x is None)
