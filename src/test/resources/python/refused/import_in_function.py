# refused: 3:5 import in a function
def f():
    import os
    return len(os.sep)
print(f())
