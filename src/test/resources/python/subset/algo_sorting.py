def bubble(a):
    a = a[:]
    for i in range(len(a)):
        swapped = False
        for j in range(len(a) - 1 - i):
            if a[j] > a[j + 1]:
                a[j], a[j + 1] = a[j + 1], a[j]
                swapped = True
        if not swapped:
            break
    return a
def insertion(a):
    a = list(a)
    for i in range(1, len(a)):
        x = a[i]
        j = i - 1
        while j >= 0 and a[j] > x:
            a[j + 1] = a[j]
            j -= 1
        a[j + 1] = x
    return a
def merge(a):
    if len(a) <= 1:
        return a
    m = len(a) // 2
    l, r = merge(a[:m]), merge(a[m:])
    out = []
    while l and r:
        out.append(l.pop(0) if l[0] <= r[0] else r.pop(0))
    return out + l + r
def quick(a):
    if not a:
        return []
    p = a[len(a) // 2]
    return quick([x for x in a if x < p]) + [x for x in a if x == p] + quick([x for x in a if x > p])
def selection(a):
    a = a.copy()
    out = []
    while a:
        out.append(a.pop(a.index(min(a))))
    return out
for data in ([], [1], [3, 1, 2], [5, 5, 1, 5], list(range(10, 0, -1)), [(i * 37) % 23 for i in range(30)], ["pear", "fig", "apple"], [2.5, -1, 0, True], [[2], [1, 5], []]):
    print(bubble(data), insertion(data) == merge(data) == quick(data) == selection(data) == sorted(data), data)
