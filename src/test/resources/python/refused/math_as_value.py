# refused: 3:5 function as a value
import math
f = math.sqrt
print(f(4))
