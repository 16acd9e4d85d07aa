# args: 3 4.5 x 10
# Sums what is a number among the arguments, and fails on the rest.
import sys

total = 0.0
for a in sys.argv[1:]:
    try:
        total += float(a)
    except ValueError:
        print("not a number:", a, file=sys.stderr)
print(total)
sys.exit(2)
