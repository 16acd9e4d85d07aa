import sys
def area(r):
    return math.pi * r * r
print("start", len(sys.argv))
for r in range(3):
    print("r", r)
    if r == 2:
        print(area(r))
