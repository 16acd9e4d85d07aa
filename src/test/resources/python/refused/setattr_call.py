# refused: 3:5 setattr
try:
    setattr(5, "x", 1)
except AttributeError as e:
    print(e)
