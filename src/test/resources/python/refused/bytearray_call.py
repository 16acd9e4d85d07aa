# refused: 2:7 bytearray
print(bytearray(2))
