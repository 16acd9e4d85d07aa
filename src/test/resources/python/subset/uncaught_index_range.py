def work(a, b):
    return range(a)[a + 5]
def middle(x):
    print("middle", x)
    y = work(x, x + 1)
    print("not reached", y)
    return y
print("start")
for i in range(1, 3):
    print("call", i)
    print(middle(i))
print("never printed")
