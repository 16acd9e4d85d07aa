# refused: 2:1 from import
from string import *
print(digits)
