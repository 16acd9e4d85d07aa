# refused: 4:3 attribute
def f():
    return 1
f.count = 0
print(f())
