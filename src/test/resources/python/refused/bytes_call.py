# refused: 2:7 bytes
print(bytes(3))
