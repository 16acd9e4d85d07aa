def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result
f = factorial(1000)
s = str(f)
print(len(s))
for i in range(0, len(s), 80):
    print(s[i:i + 80])
zeros = len(s) - len(s.rstrip("0"))
print(zeros, sum(int(c) for c in s), f % (10 ** 9 + 7), f // factorial(998), f.bit_length())
print([factorial(n) for n in range(20, 26)])
counts = {}
for c in s:
    counts[c] = counts.get(c, 0) + 1
for c in sorted(counts):
    print(c, counts[c])
