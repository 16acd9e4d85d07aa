# refused: 3:17 attribute
try:
    print("abc".foo)
except AttributeError:
    print("no")
