# Primes below a hundred thousand, by a byte array.
n = 100_000
sieve = bytearray([1]) * (n + 1)
sieve[:2] = b"\0\0"
for i in range(2, int(n**0.5) + 1):
    if sieve[i]:
        sieve[i * i :: i] = bytes(len(range(i * i, n + 1, i)))
primes = [i for i, p in enumerate(sieve) if p]
print(len(primes), primes[-1], sum(primes))
gaps = [b - a for a, b in zip(primes, primes[1:])]
print(max(gaps), gaps.index(max(gaps)), gaps.count(2))
