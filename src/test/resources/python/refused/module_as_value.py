# refused: 3:5 module as a value
import math
m = math
print(m.pi)
