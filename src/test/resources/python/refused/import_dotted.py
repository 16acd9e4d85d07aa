# refused: 2:1 import
import os.path
print(os.path.join("a", "b"))
