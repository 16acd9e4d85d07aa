# refused: 3:9 * in a list
a = [1, 2]
b = [0, *a]
print(b)
