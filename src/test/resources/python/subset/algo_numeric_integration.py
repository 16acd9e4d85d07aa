import math
def f(x):
    return math.exp(-x * x)
def trapezoid(a, b, n):
    h = (b - a) / n
    return h * (f(a) / 2 + sum(f(a + i * h) for i in range(1, n)) + f(b) / 2)
def simpson(a, b, n):
    h = (b - a) / n
    return h / 3 * (f(a) + 4 * sum(f(a + i * h) for i in range(1, n, 2)) + 2 * sum(f(a + i * h) for i in range(2, n, 2)) + f(b))
for n in (2, 4, 10, 100):
    print(n, round(trapezoid(0, 1, n), 10), round(simpson(0, 1, n), 10))
x, v, dt = 1.0, 0.0, 0.1
for i in range(20):
    v -= x * dt
    x += v * dt
    print(f"{i:2} {x:+.6f} {v:+.6f} {x * x + v * v:.6f}")
def polynomial(c, x):
    total = 0
    for k in c:
        total = total * x + k
    return total
print([polynomial([1, -6, 11, -6], x) for x in range(5)], polynomial([0.5, 1.25], 3.0), polynomial([3, 0, 1], 10 ** 12))
total = 0.0
for i in range(1000):
    total += (-1) ** i / (2 * i + 1)
print(total * 4)
