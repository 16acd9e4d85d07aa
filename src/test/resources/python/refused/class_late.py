# refused: 4:1 class
x = 1
print(x)
class Point:
    x = 0
    y = 0
