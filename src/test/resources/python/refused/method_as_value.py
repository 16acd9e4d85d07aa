# refused: 3:7 method as a value
s = "abc"
f = s.upper
print(f())
