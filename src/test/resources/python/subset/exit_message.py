import sys
def require(condition, message):
    if not condition:
        sys.exit("error: " + message)
    print("ok:", message)
require(1 < 2, "one is less")
require("a" in "abc", "found")
require([], "list is not empty")
print("never")
