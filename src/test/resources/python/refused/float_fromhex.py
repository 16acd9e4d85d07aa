# refused: 2:13 attribute
print(float.fromhex("0x1p3"))
