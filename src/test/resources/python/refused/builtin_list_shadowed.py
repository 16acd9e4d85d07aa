# refused: 3:1 assignment to a built-in
a = list("ab")
list = [1]
print(list, a)
