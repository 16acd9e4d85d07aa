# refused: 2:13 attribute
print((1.5).hex())
