import sys
def main():
    total = 0
    for i in range(4):
        total += i
        print(total)
    sys.exit(0)
main()
print("never")
