# Without arguments there is only -c.
import sys

print(sys.argv, __name__, sys.stdin.read() == "")
