# refused: 2:5 bytes
b = b"abc"
print(b[0])
