import sys
def tell():
    print("telling")
    return [1, "two", 3.0]
for v in (1.5, "x", (1, 2)):
    try:
        sys.exit(v)
    except SystemExit as e:
        print(repr(e))
sys.exit(tell())
