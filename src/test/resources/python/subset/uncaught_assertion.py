def work(a, b):
    assert a < 0
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
