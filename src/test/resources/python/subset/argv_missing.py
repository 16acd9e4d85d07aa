import sys
def main():
    print("arguments:", len(sys.argv) - 1)
    if len(sys.argv) < 2:
        print("usage: NAME NUMBER", file=sys.stderr)
        print("no argument")
    print(sys.argv[1])
    print("never")
main()
