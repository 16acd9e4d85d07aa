# args: one two=2 --three é
# sys.argv as given.
import sys

print(len(sys.argv), sys.argv[1:])
