import sys
def work():
    try:
        return 1 / 0
    finally:
        print("leaving")
        sys.exit(9)
print("start")
work()
print("never")
