for n in range(2, 30):
    for d in range(2, n):
        if n % d == 0:
            print(n, "=", d, "*", n // d)
            break
    else:
        print(n, "is prime")
for x in []:
    print("never")
else:
    print("empty else")
for word in ("apple", "kiwi", "fig"):
    for c in word:
        if c in "xyzk":
            print(word, "has", c)
            break
        if c == "p":
            continue
    else:
        print(word, "has none", c)
        continue
    print("after break")
    break
else:
    print("not reached")
for i in range(3):
    for j in range(3):
        for k in range(3):
            if k == 2:
                break
            if j == 1:
                continue
            print(i, j, k, end=" ")
        else:
            print("no")
        if j == 2:
            break
    else:
        print("no")
print(i, j, k)
