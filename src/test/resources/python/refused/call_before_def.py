# refused: 2:7 call before def
print(f())
def f():
    return 1
