# stderr and stdout are two streams; success with words on stderr.
import sys

print("to stdout")
print("to stderr", file=sys.stderr)
sys.stderr.write("last line of stderr\n")
