# refused: 4:8 generator expression
def f(g):
    return 1
print(f(i for i in range(3)))
