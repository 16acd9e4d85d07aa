# refused: 2:5 ExceptionGroup
e = ExceptionGroup("g", [ValueError(1)])
print(e)
