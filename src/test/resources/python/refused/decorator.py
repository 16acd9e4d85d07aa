# refused: 4:1 decorator
def twice(x):
    return x
@twice
def g():
    return 1
print(g())
