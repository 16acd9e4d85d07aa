# refused: 4:5 help
x = 1
if x > 2:
    help(x)
print(x)
