# refused: 3:1 match
p = (1, 2)
match p:
    case (a, b):
        print(a, b)
