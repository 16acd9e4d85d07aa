# refused: 3:12 locals
def f(a):
    return locals()
print(f(1))
