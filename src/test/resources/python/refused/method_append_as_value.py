# refused: 3:9 method as a value
a = []
add = a.append
add(1)
print(a)
