# refused: 2:7 eval
print(eval("1 + 2"))
