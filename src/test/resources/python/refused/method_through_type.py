# refused: 2:11 method of a type
print(str.upper("abc"))
