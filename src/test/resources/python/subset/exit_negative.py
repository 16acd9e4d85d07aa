import sys
try:
    sys.exit(-1)
except SystemExit as e:
    print(repr(e))
print("now")
values = [3, 2, 1]
while values:
    print(values.pop())
sys.exit(-1)
