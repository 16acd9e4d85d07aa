# refused: 2:11 attribute
print((5).real)
