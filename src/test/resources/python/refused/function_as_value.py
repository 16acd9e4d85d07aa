# refused: 4:5 function as a value
def f():
    return 1
g = f
print(g())
