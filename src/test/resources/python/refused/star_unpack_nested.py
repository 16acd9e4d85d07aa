# refused: 3:9 * in a target
def f():
    (a, *b), c = [1, 2, 3], 4
    return a, b, c
print(f())
