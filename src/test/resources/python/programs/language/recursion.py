# Recursion: deep but allowed, mutual, and too deep, which is an exception.
import sys


def ackermann(m, n):
    if m == 0:
        return n + 1
    return ackermann(m - 1, 1 if n == 0 else ackermann(m, n - 1))


def hanoi(n, a="A", b="B", c="C"):
    return [] if n == 0 else hanoi(n - 1, a, c, b) + [a + c] + hanoi(n - 1, b, a, c)


def even(n):
    return n == 0 or odd(n - 1)


def odd(n):
    return n != 0 and even(n - 1)


print(ackermann(2, 9), len(hanoi(10)), "".join(hanoi(3)), even(400), odd(401))


def depth(n):
    return depth(n + 1)


for limit in (200, 1000):
    sys.setrecursionlimit(limit)
    try:
        depth(0)
    except RecursionError as e:
        print(e)


def permutations(items):
    if not items:
        yield ()
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1 :]):
            yield (item, *rest)


print(["".join(p) for p in permutations("abcd")][::5])
nested = []
for _ in range(50):
    nested = [nested]
print(str(nested).count("["))
loop = [1]
loop.append(loop)
print(loop)
