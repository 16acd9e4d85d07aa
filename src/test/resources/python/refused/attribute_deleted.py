# refused: 4:11 attribute assignment
a = []
try:
    del a.x
except AttributeError:
    print("no")
