"""Lists: a sieve, sorting, a matrix product, comprehensions and a queue."""


def sieve(limit):
    marks = [True] * (limit + 1)
    marks[0] = marks[1] = False
    i = 2
    while i * i <= limit:
        if marks[i]:
            for j in range(i * i, limit + 1, i):
                marks[j] = False
        i += 1
    return [i for i in range(limit + 1) if marks[i]]


def insertion(items):
    for i in range(1, len(items)):
        x = items[i]
        j = i - 1
        while j >= 0 and items[j] > x:
            items[j + 1] = items[j]
            j -= 1
        items[j + 1] = x


def product(a, b, n):
    return [[sum([a[i][k] * b[k][j] for k in range(n)]) for j in range(n)] for i in range(n)]


primes = sieve(2000000)
values = [i * 7919 % 100003 for i in range(300000)]
ordered = sorted(values)
some = values[:2000]
insertion(some)
n = 90
m = [[(i * j) % 11 - 5 for j in range(n)] for i in range(n)]
p = product(m, m, n)
stack = []
total = 0
for v in values:
    stack.append(v)
    if v % 3 == 0:
        total += stack.pop() + len(stack)
print(len(primes), primes[-1], ordered[1000], some[700], p[3][4], sum([sum(row) for row in p]), total)
