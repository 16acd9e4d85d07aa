def sift(a, i, n):
    while 2 * i + 1 < n:
        c = 2 * i + 1
        if c + 1 < n and a[c + 1] > a[c]:
            c += 1
        if a[i] >= a[c]:
            return
        a[i], a[c] = a[c], a[i]
        i = c
def heap_sort(a):
    for i in range(len(a) // 2 - 1, -1, -1):
        sift(a, i, len(a))
    print("heap", a)
    for n in range(len(a) - 1, 0, -1):
        a[0], a[n] = a[n], a[0]
        sift(a, 0, n)
def shell_sort(a):
    gap = len(a) // 2
    while gap:
        for i in range(gap, len(a)):
            j = i
            while j >= gap and a[j - gap] > a[j]:
                a[j - gap], a[j] = a[j], a[j - gap]
                j -= gap
        print("gap", gap, a)
        gap //= 2
def counting_sort(a, limit):
    counts = [0] * limit
    for x in a:
        counts[x] += 1
    return [v for v in range(limit) for _ in range(counts[v])]
data = [(i * i * 31 + 7) % 53 for i in range(20)]
a, b = data[:], data[:]
heap_sort(a)
shell_sort(b)
print(a, a == b == sorted(data) == counting_sort(data, 53))
def radix(a, digits):
    for d in range(digits):
        buckets = [[] for _ in range(10)]
        for x in a:
            buckets[x // 10 ** d % 10].append(x)
        a = [x for bucket in buckets for x in bucket]
        print(a)
    return a
radix([170, 45, 75, 90, 802, 24, 2, 66], 3)
