# stdin: caf\u00e9 \u231b\nnext
# The bytes below the text.
import sys

head = sys.stdin.buffer.read(4)
print(head, sys.stdin.buffer.readline(), sys.stdin.read(), sys.stdin.isatty(), sys.stdin.fileno())
sys.stdout.buffer.write(bytes(range(256)))
sys.stdout.flush()
