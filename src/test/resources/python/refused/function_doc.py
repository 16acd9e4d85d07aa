# refused: 4:9 attribute
def f():
    """doc"""
print(f.__doc__)
