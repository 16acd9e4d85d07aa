# refused: 3:5 sys attribute
import sys
sys.setrecursionlimit(5000)
print(1)
