# refused: 2:13 import
import sys, os
print(len(sys.argv), len(os.sep))
