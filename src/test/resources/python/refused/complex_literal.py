# refused: 2:5 complex number
z = 3j
print(z * z)
