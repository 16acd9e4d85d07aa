# refused: 4:9 is
a = []
b = []
print(a is not b)
