def fib_pair(n):
    if n == 0:
        return 0, 1
    a, b = fib_pair(n // 2)
    c = a * (2 * b - a)
    d = a * a + b * b
    return (d, c + d) if n % 2 else (c, d)
a, b = 0, 1
for i in range(100):
    if i % 9 == 0:
        print(i, a, fib_pair(i)[0] == a)
    a, b = b, a + b
print(fib_pair(1000)[0])
memo = {0: 0, 1: 1}
def fib(n):
    if n not in memo:
        memo[n] = fib(n - 1) + fib(n - 2)
    return memo[n]
print(fib(150), len(memo), [n for n in range(30) if fib(n) % 2 == 0], sum(fib(i) for i in range(50)))
print([i for i in range(2, 60) if all(fib(i) % fib(k) for k in range(3, i))])
print(fib(90) / fib(89), (1 + 5 ** 0.5) / 2)
