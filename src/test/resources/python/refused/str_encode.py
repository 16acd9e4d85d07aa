# refused: 2:13 attribute
print("abc".encode())
