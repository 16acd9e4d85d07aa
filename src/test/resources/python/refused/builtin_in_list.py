# refused: 2:7 function as a value
fs = [len, 1]
print(fs[0]("abc"))
