def is_prime(n):
    if n < 2:
        return False
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0:
            return n == p
    d, s = n - 1, 0
    while d % 2 == 0:
        d //= 2
        s += 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = pow(a, d, n)
        if x == 1 or x == n - 1:
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True
def factor(n):
    out = {}
    d = 2
    while d * d <= n and d < 3000:
        while n % d == 0:
            out[d] = out.get(d, 0) + 1
            n //= d
        d += 1 if d == 2 else 2
    if n > 1:
        out[n] = out.get(n, 0) + 1
    return out
for n in (1, 2, 60, 97, 1001, 2 ** 40, 600851475143, 10 ** 18 - 1, 2 ** 61 - 1, 30 ** 20, 2 ** 89 - 1, (2 ** 61 - 1) * 1009):
    f = factor(n)
    product = 1
    for p, e in f.items():
        product *= p ** e
    print(n, " * ".join(f"{p}^{e}" if e > 1 else str(p) for p, e in f.items()), product == n, [is_prime(p) for p in f])
print([p for p in range(2, 130) if is_prime(2 ** p - 1)])
