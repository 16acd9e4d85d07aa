# refused: 3:15 sys attribute
import sys
print(len(sys.version) > 0)
