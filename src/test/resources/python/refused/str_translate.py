# refused: 2:13 attribute
print("abc".translate({97: "b"}))
