# What a generator may not do: run itself, raise StopIteration, ignore its closing.
def itself():
    try:
        next(g)
    except ValueError as e:
        print(e)
    yield 1


g = itself()
print(next(g))


def stops():
    yield 1
    raise StopIteration


try:
    print(list(stops()))
except RuntimeError as e:
    print(type(e).__name__, e, type(e.__cause__).__name__)


def stubborn():
    while True:
        try:
            yield
        except GeneratorExit:
            pass
        else:
            return


g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as e:
    print(e)
try:
    averager = (x for x in [1, 2])
    averager.send(5)
except TypeError as e:
    print(e)
