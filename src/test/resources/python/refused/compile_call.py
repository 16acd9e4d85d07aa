# refused: 2:7 compile
print(compile("1", "x", "eval") is None)
