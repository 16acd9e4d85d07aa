# refused: 3:5 attribute assignment
import sys
sys.stdout = sys.stderr
print("x")
