def f():
    prinz = 1
    return prinx
if len("a") == 2:
    prinx = 5
f()
