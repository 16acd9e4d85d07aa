import sys
codes = [0, 1, 255, True, None]
for c in codes:
    try:
        sys.exit(c)
    except SystemExit as e:
        print(c, repr(e), e.args)
print("last")
sys.exit(259)
