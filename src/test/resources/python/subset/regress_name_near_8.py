def f():
    return prinx
if len("a") == 2:
    prinx = 5
f()
