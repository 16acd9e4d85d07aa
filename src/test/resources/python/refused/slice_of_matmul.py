# refused: 4:13 @
a = 3
try:
    print(a @ a)
except TypeError as e:
    print(e)
