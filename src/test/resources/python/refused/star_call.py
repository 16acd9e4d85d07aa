# refused: 3:7 * in a call
a = [1, 2]
print(*a)
