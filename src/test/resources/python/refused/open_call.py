# refused: 3:5 open
try:
    open("missing.txt")
except OSError:
    print("no")
