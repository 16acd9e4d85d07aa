# refused: 3:8 lambda
print(list([1, 2]))
print((lambda: 3)())
