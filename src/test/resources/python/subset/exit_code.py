import sys
def finish(code):
    print("leaving with", code)
    sys.exit(code)
for i in range(5):
    print(i)
    if i == 3:
        finish(7)
print("never")
