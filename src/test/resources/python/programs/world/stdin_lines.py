# stdin: first line\nsecond line\n\nlast without end
# Reads lines and numbers them.
import sys

for n, line in enumerate(sys.stdin, 1):
    print(n, repr(line))
print(repr(sys.stdin.readline()))
