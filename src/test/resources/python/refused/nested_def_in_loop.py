# refused: 4:9 nested function
def f(n):
    for i in range(n):
        def g():
            return i
        print(g())
f(2)
