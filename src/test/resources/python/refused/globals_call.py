# refused: 3:7 globals
x = 1
print(globals()["x"])
