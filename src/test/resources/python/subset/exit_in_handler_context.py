import sys
def parse(text):
    try:
        return int(text)
    except ValueError as e:
        print("bad:", e)
        sys.exit(3)
for t in ("1", "22", "x", "4"):
    print(parse(t) * 2)
print("never")
