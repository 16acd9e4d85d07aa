abs = 5
x = abs + 1
print(x)
max = [1, 2]
print(max[0], len(max))
