# refused: 3:1 import
print(1)
import time
print(time.time() > 0)
