# The thousandth Fibonacci number three ways, all equal.
def doubling(n):
    if n == 0:
        return 0, 1
    a, b = doubling(n >> 1)
    c, d = a * (2 * b - a), a * a + b * b
    return (d, c + d) if n & 1 else (c, d)


def matrix(n):
    def times(p, q):
        return (
            p[0] * q[0] + p[1] * q[2], p[0] * q[1] + p[1] * q[3],
            p[2] * q[0] + p[3] * q[2], p[2] * q[1] + p[3] * q[3],
        )

    result, power = (1, 0, 0, 1), (1, 1, 1, 0)
    while n:
        if n & 1:
            result = times(result, power)
        power = times(power, power)
        n >>= 1
    return result[1]


a, b = 0, 1
for _ in range(1000):
    a, b = b, a + b
print(a)
print(a == doubling(1000)[0] == matrix(1000))
print(doubling(50_000)[0] % 10**50)
