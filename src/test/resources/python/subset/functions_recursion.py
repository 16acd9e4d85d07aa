def fact(n):
    return 1 if n <= 1 else n * fact(n - 1)
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)
def ack(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ack(m - 1, 1)
    return ack(m - 1, ack(m, n - 1))
def is_even(n):
    return True if n == 0 else is_odd(n - 1)
def is_odd(n):
    return False if n == 0 else is_even(n - 1)
def flatten(x):
    out = []
    for item in x:
        if isinstance(item, list):
            out += flatten(item)
        else:
            out.append(item)
    return out
def power_set(items):
    if not items:
        return [[]]
    rest = power_set(items[1:])
    return rest + [[items[0]] + r for r in rest]
def depth(x):
    return 1 + max([depth(i) for i in x], default=0) if isinstance(x, list) else 0
print([fact(i) for i in range(12)], fact(100))
print([fib(i) for i in range(18)], [ack(m, n) for m in range(3) for n in range(4)])
print(is_even(100), is_odd(77), is_even(33), flatten([1, [2, [3, [], [4]], 5], [[6]]]))
print(power_set([1, 2, 3]), depth([1, [2, [3]], []]), depth([]), depth(5))
def down(n):
    if n:
        print(n, end=" ")
        down(n - 1)
        print(n, end=" ")
down(5)
print()
def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)
print(deep(900))
