import sys
print("a")
x = 5
if x > 3:
    print("greater")
for i in range(2):
    print(i)
sys.exit(x > 3)
print("never")
