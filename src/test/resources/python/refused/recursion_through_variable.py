# refused: 3:29 call of a value
def f(n, g):
    return 1 if n == 0 else g(n - 1, g)
print(f(3, f))
