# refused: 2:7 *args
def f(*args):
    return len(args)
print(f(1, 2))
