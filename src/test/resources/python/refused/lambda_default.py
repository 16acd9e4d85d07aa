# refused: 2:23 lambda
print(max([1, 2], key=lambda x, k=2: x * k))
