# Asking for more than there can be is an exception.
import sys

try:
    bytearray(sys.maxsize - 100)
except MemoryError:
    print("refused")
print(len(bytearray(10**6)))
raise MemoryError("given up")
