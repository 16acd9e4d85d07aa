def inverse(n):
    print("inverse", n)
    return 1 // n
values = [3, 2, 1, 0]
print("start")
print(sum(v for v in values))
print(any(v > 2 for v in values))
print(sum(inverse(v) for v in values))
print("never")
