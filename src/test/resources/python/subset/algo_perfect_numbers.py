def divisors(n):
    small, large = [], []
    d = 1
    while d * d <= n:
        if n % d == 0:
            small.append(d)
            if d != n // d:
                large.insert(0, n // d)
        d += 1
    return small + large
for n in (1, 6, 12, 28, 97, 100, 496, 720720):
    ds = divisors(n)
    s = sum(ds) - n
    print(n, len(ds), ds[:10], "perfect" if s == n else "abundant" if s > n else "deficient")
print([n for n in range(2, 1000) if sum(divisors(n)) == 2 * n])
pairs = []
for a in range(2, 1300):
    b = sum(divisors(a)) - a
    if a < b and sum(divisors(b)) - b == a:
        pairs.append((a, b))
print(pairs)
print([n for n in range(10, 1000) if sum(int(c) ** len(str(n)) for c in str(n)) == n])
print([n for n in range(1, 200) if n % sum(int(c) for c in str(n)) == 0][:30])
happy = []
for n in range(1, 60):
    seen = []
    m = n
    while m != 1 and m not in seen:
        seen.append(m)
        m = sum(int(c) ** 2 for c in str(m))
    if m == 1:
        happy.append(n)
print(happy)
