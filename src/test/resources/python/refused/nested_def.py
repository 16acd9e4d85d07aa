# refused: 3:5 nested function
def f():
    def g():
        return 1
    return g()
print(f())
