# refused: 2:1 from import
from os import path
print(path.join("a", "b"))
