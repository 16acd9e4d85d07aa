# refused: 4:5 nested function
def f():
    n = 0
    def g():
        nonlocal n
        n += 1
    g()
    return n
print(f())
