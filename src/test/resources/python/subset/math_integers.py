import math
print([math.factorial(n) for n in range(22)], math.factorial(60))
print([math.gcd(a, b) for a in (0, 12, -18, 2 ** 70) for b in (0, 8, 27, 6 ** 40)], math.gcd(), math.gcd(12), math.gcd(12, 18, 27), math.gcd(-4))
print([math.lcm(a, b) for a in (1, 4, -6, 0) for b in (6, 10, 15)], math.lcm(), math.lcm(2, 3, 4, 5, 6, 7), math.lcm(10 ** 20, 15))
print([math.isqrt(n) for n in (0, 1, 2, 3, 4, 8, 9, 15, 16, 99, 2 ** 53, 2 ** 62 - 1, 2 ** 63, 2 ** 64 - 1, 10 ** 30, 10 ** 31)], math.isqrt(10 ** 100))
print([[math.comb(n, k) for k in range(n + 2)] for n in range(8)], math.comb(100, 50), math.comb(5, 10))
print([[math.perm(n, k) for k in range(n + 2)] for n in range(6)], math.perm(20), math.perm(5, None), math.perm(30, 10))
print(math.prod([1, 2, 3, 4]), math.prod([]), math.prod([2] * 70), math.prod([1.5, 2]), math.prod((3, 4), start=10), math.prod(range(1, 25)))
for n in range(10):
    try:
        print(math.factorial(-1) if n == 0 else math.factorial(2.5) if n == 1 else math.isqrt(-1) if n == 2 else math.comb(-1, 2) if n == 3 else math.perm(3, -1) if n == 4 else math.gcd(2.5, 1) if n == 5 else math.isqrt(2.5) if n == 6 else math.lcm("a") if n == 7 else math.comb(2.5, 1) if n == 8 else math.factorial("5"))
    except ValueError as e:
        print("value", e)
    except TypeError as e:
        print("type", e)
