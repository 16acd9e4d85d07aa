import sys
print("out 1")
print("err 1", file=sys.stderr)
print("no newline", end="", file=sys.stderr)
print("\nout 2", end="")
def f(x):
    sys.stderr.write("in f\n")
    return x[0]
print(f([1]))
print(f([]))
print("never")
