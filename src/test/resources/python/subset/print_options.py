import sys
print()
print("a", "b", "c", sep="-")
print("a", "b", sep="", end="!\n")
print(1, 2, 3, sep=", ", end=".\n")
print("x", end="")
print("y", end=None)
print("p", "q", sep=None)
print(sep="x")
print("", "", sep="|")
print([1, "a", None, True, 2.5], (1,), (), {}, {"k": [1, (2, 3)]}, "s", 'it\'s')
print("to stderr", file=sys.stderr)
print("out", file=sys.stdout)
print("none", file=None, flush=True)
sys.stdout.write("written\n")
print(sys.stdout.write("abc"))
sys.stderr.write("error text\n")
for bad in (5, [1]):
    try:
        print("a", sep=bad)
    except TypeError as e:
        print(e)
    try:
        print("a", end=bad)
    except TypeError as e:
        print(e)
print("multi\nline\ttab", "nul:\x00:", "é日😀", end="\n\n")
print(print("inner"))
