# refused: 3:12 call of a value
def apply(g, x):
    return g(x)
def double(x):
    return 2 * x
print(apply(double, 3))
