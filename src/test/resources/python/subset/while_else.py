n = 10
while n > 0:
    n -= 3
    if n == 4:
        continue
    print(n, end=" ")
else:
    print("done", n)
while True:
    n += 1
    if n > 3:
        print("break", n)
        break
else:
    print("never")
while False:
    print("never")
else:
    print("else of never")
i = 0
while i < 4:
    j = 0
    while j < 4:
        j += 1
        if j == 2:
            continue
        if i * j > 4:
            print("inner break", i, j)
            break
        print(i, j, end=";")
    else:
        print("inner else", i)
        i += 1
        continue
    i += 1
    if i == 3:
        print("outer break")
        break
else:
    print("outer else")
print(i, j)
while i:
    i -= 1
    while i > 1:
        i -= 1
        break
    print(i)
