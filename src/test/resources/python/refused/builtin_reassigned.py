# refused: 3:1 assignment to a built-in
print(len("ab"))
len = 3
print(len)
