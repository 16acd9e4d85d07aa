base = 0
def early(x, y=1):
    return x // y
print(early(7))
print(early(7, 2))
def late(x, y=early(1, base)):
    return x
print(late(3))
print("never")
