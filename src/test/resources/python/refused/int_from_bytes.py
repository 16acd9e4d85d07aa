# refused: 2:11 attribute
print(int.from_bytes([1, 2], "big"))
