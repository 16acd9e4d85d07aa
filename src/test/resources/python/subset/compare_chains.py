def noisy(x):
    print("v", x, end=" ")
    return x
for a in range(4):
    for b in range(4):
        print(a, b, 0 < a < b, 0 <= a <= b < 3, a < b > 1, a == b == 2, a != b != a, a > b >= 0, 1 < 2 > a)
print(noisy(1) < noisy(2) < noisy(3))
print(noisy(3) < noisy(2) < noisy(1))
print(noisy(1) < noisy(5) > noisy(2) == noisy(2) != noisy(3))
print(1 < 2 == True, (1 < 2) == True, 1 == 1 in [1], 3 in [3] == True, "a" < "b" < "c" <= "c")
x = 5
print(0 < x < 10 and not 3 < x < 5, None is None is None, x is not None, 1 < x is not None)
