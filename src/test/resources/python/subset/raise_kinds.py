def attempt(n):
    if n == 0:
        raise ValueError
    if n == 1:
        raise ValueError()
    if n == 2:
        raise ValueError("text")
    if n == 3:
        raise ValueError("a", 1)
    if n == 4:
        raise KeyError("key")
    if n == 5:
        raise KeyError(("t", 1))
    if n == 6:
        raise Exception(None)
    if n == 7:
        raise IndexError([1, 2])
    if n == 8:
        raise RuntimeError(3.5)
    if n == 9:
        raise StopIteration("s")
    if n == 10:
        raise OSError("disk")
    if n == 11:
        raise NotImplementedError("later")
    if n == 12:
        raise ArithmeticError("sums")
    if n == 13:
        raise LookupError("look")
    if n == 14:
        raise TypeError("it's \"quoted\"")
    if n == 15:
        raise OverflowError("é日\n")
for n in range(16):
    try:
        attempt(n)
    except Exception as e:
        print(n, str(e), repr(e), e.args, f"{e}|{e!r}", [e], len(str(e)))
e = ValueError("made", 2)
print(e, repr(e), e.args, e.args[0])
try:
    raise e
except ValueError as caught:
    print(caught.args, caught == e)
for bad in (5, "text", None, [1]):
    try:
        raise bad
    except TypeError as err:
        print(err)
