# refused: 2:5 __import__
m = __import__("math")
print(m.pi)
