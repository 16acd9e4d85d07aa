# refused: 2:1 class
class A:
    pass
print(A)
