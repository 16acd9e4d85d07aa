# refused: 3:10 :=
n = 0
while (n := n + 1) < 5:
    print(n)
