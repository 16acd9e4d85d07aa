# refused: 2:12 attribute
print(dict.fromkeys("ab", 0))
