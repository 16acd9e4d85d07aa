# refused: 2:10 *args
def f(a, *rest):
    return a
print(f(1, 2))
