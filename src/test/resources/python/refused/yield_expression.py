# refused: 3:9 yield
def g():
    x = yield 5
    return x
print(list(g()))
