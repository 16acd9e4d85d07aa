values = [0, 1, "", "a", [], [0], None, 0.0, 2.5, {}, {1: 2}, (), (0,)]
for a in values:
    print([a and b for b in values])
    print([a or b for b in values])
    print(not a, a and not a, a or not a, not not a)
print(1 and 2 and 3, 1 and 0 and 3, 0 or "" or None, 0 or "x" or 5, 1 or 1 / 0, 0 and 1 / 0)
def noisy(x, name):
    print("ask", name)
    return x
print(noisy(0, "a") and noisy(1, "b") or noisy(2, "c"))
print(noisy(1, "a") or noisy(1, "b") and noisy(2, "c"))
print(not noisy(0, "a") and noisy([], "b"))
if noisy("", "d") or noisy(None, "e"):
    print("yes")
else:
    print("no")
