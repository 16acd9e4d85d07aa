def search(a, x):
    lo, hi = 0, len(a)
    steps = 0
    while lo < hi:
        steps += 1
        mid = (lo + hi) // 2
        if a[mid] < x:
            lo = mid + 1
        else:
            hi = mid
    return (lo if lo < len(a) and a[lo] == x else -1), lo, steps
squares = [i * i for i in range(50)]
for x in (-1, 0, 1, 2, 144, 150, 2401, 2500, 49.0, 10 ** 30):
    print(x, search(squares, x))
words = sorted("the quick brown fox jumps over a lazy dog".split())
for w in ("fox", "cat", "a", "zebra", ""):
    print(repr(w), search(words, w))
def bisect_root(lo, hi, target):
    for i in range(60):
        mid = (lo + hi) / 2
        if mid * mid * mid < target:
            lo = mid
        else:
            hi = mid
        if i % 10 == 0:
            print(i, lo, hi)
    return lo
print(bisect_root(0.0, 10.0, 27.0), bisect_root(0, 2, 2))
