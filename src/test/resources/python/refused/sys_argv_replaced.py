# refused: 3:5 attribute assignment
import sys
sys.argv = ["a"]
print(sys.argv)
