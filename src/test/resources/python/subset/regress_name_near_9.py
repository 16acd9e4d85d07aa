if len("a") == 2:
    lenn = 5
    copyright_ = 3
try:
    print(copyright_)
except NameError as e:
    print(e, e.args)
    print(lenn)
