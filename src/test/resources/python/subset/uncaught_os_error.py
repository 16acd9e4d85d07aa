def work(a, b):
    raise OSError("disk is full")
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
