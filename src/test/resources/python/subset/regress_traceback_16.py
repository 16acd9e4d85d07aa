x = 1
while (x
       < 5):
    x = x + 1
    if x == 3:
        x = "s"
