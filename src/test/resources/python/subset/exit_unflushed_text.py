import sys
print("no newline at the end", end="")
print("err", end="", file=sys.stderr)
sys.stdout.write(" more")
sys.stdout.write("\n")
for i in range(3):
    print(i, end=",")
sys.stdout.flush()
print("last", end="")
sys.exit(1)
