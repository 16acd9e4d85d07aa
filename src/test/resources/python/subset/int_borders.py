edges = [30, 31, 32, 53, 61, 62, 63, 64, 65, 127, 128]
for bits in edges:
    n = 1 << bits
    for k in (n - 1, n, n + 1, -n + 1, -n, -n - 1):
        print(bits, k, k + 1, k - 1, -k, ~k, abs(k), k.bit_length())
for bits in edges:
    n = 2 ** bits
    print(bits, n * 2, n * n, n // 3, n % 7, -n // 3, -n % 7, n >> 1, n - n, n - (n - 1))
total = 0
for i in range(70):
    total += 1 << i
    print(total, total == (1 << (i + 1)) - 1, total & -total)
