# refused: 3:5 yield
def g():
    yield from [1, 2]
print(list(g()))
