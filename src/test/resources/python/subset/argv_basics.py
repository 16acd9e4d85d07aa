import sys
print(len(sys.argv), sys.argv[1:])
for i, a in enumerate(sys.argv):
    if i:
        print(i, repr(a), len(a), a.upper())
numbers = []
for a in sys.argv[1:]:
    try:
        numbers.append(int(a))
    except ValueError as e:
        print("skip", e)
print(numbers, sum(numbers), max(numbers), "--flag" in sys.argv, sys.argv[-1])
sys.argv.append("extra")
print(sys.argv[1:], len(sys.argv), type(sys.argv))
