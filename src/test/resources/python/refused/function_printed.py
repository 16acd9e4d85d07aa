# refused: 4:7 function as a value
def f():
    return 1
print(f)
