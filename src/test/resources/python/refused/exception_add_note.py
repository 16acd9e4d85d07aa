# refused: 3:3 attribute
e = ValueError(1)
e.add_note("n")
print(e)
