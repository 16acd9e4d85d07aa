def check(x):
    if x > 2:
        raise SystemExit(x)
    return x * 2
for i in range(6):
    print(check(i))
    if i == 100:
        print("never")
print("never")
