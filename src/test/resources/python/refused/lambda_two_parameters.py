# refused: 3:12 lambda
a = [3, 1]
a.sort(key=lambda x, y=0: x)
print(a)
