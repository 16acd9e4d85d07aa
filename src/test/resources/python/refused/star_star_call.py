# refused: 5:9 ** in a call
def f(a, b):
    return a + b
d = {"a": 1, "b": 2}
print(f(**d))
