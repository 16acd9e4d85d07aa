"""Calls: Fibonacci, Ackermann, hanoi and n queens by recursion."""


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def hanoi(n, a, b, c):
    if n == 0:
        return 0
    return hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)


def queens(n, columns, left, right):
    if columns == (1 << n) - 1:
        return 1
    total = 0
    free = ~(columns | left | right) & (1 << n) - 1
    while free:
        bit = free & -free
        free ^= bit
        total += queens(n, columns | bit, (left | bit) << 1, (right | bit) >> 1)
    return total


print(fib(32), ackermann(2, 300), hanoi(18, "a", "b", "c"), queens(9, 0, 0, 0))
