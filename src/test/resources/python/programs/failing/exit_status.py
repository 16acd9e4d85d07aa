# sys.exit gives the status.
import sys

print("leaving")
sys.exit(3)
