def inverse(n):
    return 1 / n
values = [3, 2, 1, 0]
print("start")
print([v + 1 for v in values])
total = sum(v for v in values)
print(total)
print([inverse(v) for v in values])
print("never")
