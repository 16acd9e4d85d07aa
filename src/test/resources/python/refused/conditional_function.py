# refused: 7:8 function as a value
def f():
    return 1
def g():
    return 2
x = 1
print((f if x else g)())
