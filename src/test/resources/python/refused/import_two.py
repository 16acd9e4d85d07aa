# refused: 2:1 import
import sys, os
print(len(sys.argv), len(os.sep))
