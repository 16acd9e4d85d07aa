n = [3, 1, 4, 1, 5, 9, 2, 6]
words = ["alpha", "beta", "gamma"]
print(sum(x * x for x in n), any(x > 8 for x in n), all(x > 0 for x in n), any(x > 9 for x in n), all(x > 1 for x in n))
print(list(x + 1 for x in n), tuple(x for x in n if x % 2), sorted(-x for x in n), sorted((x % 3, x) for x in n), min(x for x in n), max(len(w) for w in words))
print(dict((w, len(w)) for w in words), ",".join(w[0] for w in words), "".join(str(x) for x in n if x > 2), sum((x for x in n), 100), min((abs(x - 5) for x in n), default=None))
def check(x):
    print("check", x)
    return x > 2
print(any(check(x) for x in n))
print(all(check(x) for x in [5, 1, 7]))
print(any(x for x in []), all(x for x in []), sum(x for x in []), list(x for x in ""), max((x for x in []), default="none"))
print(sum(i * j for i in range(5) for j in range(i) if (i + j) % 2), max((w for w in words), key=len), sorted((w for w in words), key=lambda w: w[-1], reverse=True))
try:
    print(sum(1 // x for x in [2, 0]))
except ZeroDivisionError as e:
    print(e)
try:
    print(max(x for x in []))
except ValueError as e:
    print(e)
try:
    print("-".join(x for x in [1]))
except TypeError as e:
    print(e)
