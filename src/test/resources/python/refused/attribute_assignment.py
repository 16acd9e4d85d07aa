# refused: 4:7 attribute assignment
a = []
try:
    a.x = 1
except AttributeError:
    print("no")
