# refused: 3:1 with
import sys
with sys.stdin:
    print("in")
