# sys.exit with a text: it goes to stderr, the status is 1.
import sys

sys.exit("cannot go on")
