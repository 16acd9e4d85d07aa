def length(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps
def path(n):
    out = [n]
    while n > 1:
        n = 3 * n + 1 if n & 1 else n >> 1
        out.append(n)
    return out
best = 0
for n in range(1, 1000):
    l = length(n)
    if l > best:
        best = l
        print(n, l, max(path(n)))
print(path(27))
for n in (2 ** 70 - 1, 10 ** 30, 3 ** 40):
    p = path(n)
    print(n, len(p), max(p), p[:4], p[-5:], sum(p) % 10007)
