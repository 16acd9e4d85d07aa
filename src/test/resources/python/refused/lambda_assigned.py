# refused: 2:5 lambda
f = lambda x: x + 1
print(f(2))
