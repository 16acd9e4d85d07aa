def down(n):
    if n == 0:
        return 1 // n
    return down(n - 1)
print("start")
for i in range(2):
    print(i)
print(down(30))
print("never")
