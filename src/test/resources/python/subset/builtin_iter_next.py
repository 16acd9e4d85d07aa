it = iter([1, 2, 3])
print(next(it), next(it), next(it), next(it, "end"), next(it, None))
try:
    next(it)
except StopIteration as e:
    print("stop", repr(e), e.args)
s = iter("ab")
for c in s:
    print(c)
for c in s:
    print("never")
it = iter(range(10))
for x in it:
    print(x, next(it), end=" ")
print()
pairs = iter({"a": 1, "b": 2}.items())
print(next(pairs), list(pairs), list(pairs))
z = zip([1, 2, 3], "abc")
print(next(z), list(z), list(z))
e = enumerate("xyz")
print(next(e), next(e)[1], sum(i for i, c in e))
r = reversed([1, 2, 3])
print(next(r), list(r), 3 in iter([1, 3, 5]), list(iter((1, 2))), sum(iter([1, 2])))
it = iter([5, 6, 7, 8])
print(6 in it, list(it))
for bad in (5, None, 2.5):
    try:
        iter(bad)
    except TypeError as err:
        print(err)
    try:
        next(bad)
    except TypeError as err:
        print(err)
try:
    next([1])
except TypeError as err:
    print(err)
