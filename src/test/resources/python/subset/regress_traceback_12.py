x = 10
x += (
    5
    + None)
