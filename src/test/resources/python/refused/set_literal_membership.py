# refused: 3:9 set
x = 3
if x in {1, 3}:
    print("yes")
