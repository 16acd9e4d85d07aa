import sys
def leave(code):
    try:
        sys.exit(code)
    except SystemExit as e:
        print("caught", e, repr(e), e.args)
        return "stayed"
for code in (0, 3, None, "text", [1]):
    print(code, leave(code))
try:
    sys.exit(2)
except BaseException as e:
    print(repr(e), isinstance(e, Exception), isinstance(e, SystemExit))
try:
    try:
        sys.exit("first")
    finally:
        print("cleanup")
except SystemExit:
    print("outer")
    raise
