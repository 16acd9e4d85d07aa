# refused: 2:27 attribute
print("abc".translate(str.maketrans("a", "b")))
