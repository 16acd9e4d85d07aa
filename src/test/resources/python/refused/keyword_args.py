# refused: 2:7 **kwargs
def f(**kw):
    return kw
print(f(a=1))
