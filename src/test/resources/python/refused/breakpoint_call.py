# refused: 4:5 breakpoint
x = 1
if x > 2:
    breakpoint()
print(x)
