# refused: 3:12 generator expression
def f(n):
    return (i for i in range(n))
print(list(f(3)))
