x = 5
y = (x if
     x > 3
     else 4,
     x.upper()
     if x < 3 else
     x
     .append(1
     ))
