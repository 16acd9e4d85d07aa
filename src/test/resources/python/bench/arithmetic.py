"""Integer arithmetic: sums, remainders, shifts and comparisons of small ints."""


def collatz(limit):
    longest = 0
    best = 0
    for start in range(1, limit):
        n = start
        steps = 0
        while n != 1:
            if n & 1:
                n = 3 * n + 1
            else:
                n >>= 1
            steps += 1
        if steps > longest:
            longest = steps
            best = start
    return best * 1000 + longest


def mix(count):
    x = 123456789
    total = 0
    for i in range(count):
        x = (x * 1103515245 + 12345) % 2147483648
        total = (total + (x ^ i) // 7 - (x & 255)) % 1000000007
    return total


print(collatz(36000), mix(1000000))
