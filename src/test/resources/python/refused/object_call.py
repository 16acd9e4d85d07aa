# refused: 2:5 object
o = object()
print(o == o)
