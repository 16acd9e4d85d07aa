# refused: 2:5 set
s = set()
s.add(1)
print(s)
