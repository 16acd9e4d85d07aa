# refused: 2:6 type parameters
def f[T](x: T) -> T:
    return x
print(f(1))
