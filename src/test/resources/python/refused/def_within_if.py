# refused: 4:5 def in a block
import sys
if len(sys.argv) > 5:
    def f():
        return 1
else:
    print("no")
