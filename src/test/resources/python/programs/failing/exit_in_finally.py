# An exit replaces the exception that was on its way.
import sys

try:
    raise ValueError("replaced")
finally:
    sys.exit(9)
