import sys
print("start")
for i in range(10):
    if i * i > 20:
        print("stop at", i)
        sys.exit()
    print(i)
else:
    print("never")
print("never")
