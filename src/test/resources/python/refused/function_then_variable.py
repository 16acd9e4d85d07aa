# refused: 5:1 assignment to a function
def f():
    return 1
print(f())
f = 3
print(f)
