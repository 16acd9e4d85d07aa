# refused: 2:1 assignment to a built-in
print = 5
x = print + 1
