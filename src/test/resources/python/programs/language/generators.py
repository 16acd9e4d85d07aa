# Generators: send, throw, close, delegation and the value they return.
def averager():
    total, n = 0, 0
    mean = None
    while True:
        try:
            value = yield mean
        except ValueError as e:
            print("told", e)
            continue
        if value is None:
            return mean, n
        total += value
        n += 1
        mean = total / n


def delegate(into):
    result = yield from averager()
    into.append(result)
    yield "done"


results = []
g = delegate(results)
print(next(g), g.send(10), g.send(15), g.throw(ValueError("no number")), g.send(5))
print(g.send(None), results)


def guarded():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


g = guarded()
print(next(g))
g.close()
print(list(g))


def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found if p * p <= n):
            found.append(n)
            yield n
        n += 1


p = primes()
print([next(p) for _ in range(25)])
