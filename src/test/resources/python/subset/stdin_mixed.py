import sys
print(input("a: "))
print(repr(sys.stdin.readline()))
for line in sys.stdin:
    line = line.rstrip()
    if line == "stop":
        break
    print("line", line)
print(repr(sys.stdin.readline()))
print(repr(input("b: ")))
print(repr(sys.stdin.read()))
