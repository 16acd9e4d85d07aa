import sys
for i in range(3):
    print("out", i)
    print("err", i, file=sys.stderr)
print("a", "b", sep="-", end="!\n", file=sys.stderr)
sys.stderr.write("written\n")
print([1, "é", None], {"k": 1}, file=sys.stderr, flush=True)
print(file=sys.stderr)
print("last without newline", end="", file=sys.stderr)
print("done", file=sys.stdout)
