# refused: 4:1 redefinition
def f():
    return 1
def f():
    return 2
print(f())
