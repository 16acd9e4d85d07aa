# stdin: 3 4 5\n10 -2\n\n7
# A filter: sums each line.
import sys

totals = [sum(map(int, line.split())) for line in sys.stdin]
print(totals, sum(totals), file=sys.stdout)
