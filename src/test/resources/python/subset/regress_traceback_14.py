def f(a):
    return -a
x = (f(1) and
     f(2) and
     f("a"))
