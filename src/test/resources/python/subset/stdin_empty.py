import sys
print(repr(sys.stdin.read()))
print(repr(sys.stdin.readline()))
print(sys.stdin.readlines())
for line in sys.stdin:
    print("never")
else:
    print("no lines")
try:
    x = input("prompt ")
except EOFError as e:
    print(e)
print("now uncaught")
input()
