def f(a,
      b=2,
      c=3):
    return (a
            + b
            / c)
def g():
    x = [1,
         2,
         f(1,
           2,
           0)]
    return x
try:
    g()
except ZeroDivisionError as e:
    pass
g()
