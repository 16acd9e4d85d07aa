# refused: 3:20 sys attribute
import sys
print("sys" in sys.modules)
