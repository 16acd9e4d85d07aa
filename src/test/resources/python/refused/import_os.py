# refused: 2:1 import
import os
print(len(os.sep))
