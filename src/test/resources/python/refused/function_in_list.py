# refused: 4:7 function as a value
def f(x):
    return x
fs = [f]
print(fs[0](1))
