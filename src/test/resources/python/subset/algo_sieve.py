def sieve(limit):
    marks = [True] * (limit + 1)
    marks[0:2] = [False, False]
    for i in range(2, int(limit ** 0.5) + 1):
        if marks[i]:
            marks[i * i::i] = [False] * len(range(i * i, limit + 1, i))
    return [i for i, m in enumerate(marks) if m]
primes = sieve(2000)
print(len(primes), primes[:20], primes[-5:], sum(primes))
for i in range(0, len(primes), 12):
    print(" ".join(f"{p:4}" for p in primes[i:i + 12]))
print([(p, p + 2) for p in primes if p + 2 in primes][:15])
gaps = {}
for a, b in zip(primes, primes[1:]):
    gaps[b - a] = gaps.get(b - a, 0) + 1
print(gaps, max(gaps, key=lambda g: gaps[g]))
