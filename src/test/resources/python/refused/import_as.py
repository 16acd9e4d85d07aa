# refused: 3:1 import
import math
import datetime as d
print(d.date(2020, 1, 1))
