# refused: 2:13 attribute
print("{a}".format_map({"a": 1}))
