# refused: 2:10 keyword-only parameter
def f(a, *, b=2):
    return a + b
print(f(1, b=3))
