# refused: 5:12 function as a value
def f():
    return 1
def get():
    return f
print(get()())
