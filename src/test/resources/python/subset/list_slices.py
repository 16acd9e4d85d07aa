a = list(range(10))
for lo in (None, 0, 2, -3, 15):
    for hi in (None, 5, -1, -20, 15):
        print(lo, hi, a[lo:hi], a[lo:hi:2], a[lo:hi:-1], a[lo:hi:-3], a[lo:hi:100])
b = a[:]
b[2:5] = ["x"]
print(b)
b[0:0] = [100, 200]
print(b)
b[5:] = []
print(b)
b[::2] = [7, 8, 9]
print(b)
b[-1:] = "tail"
print(b)
b[1:3] = range(4)
print(b)
b[::-1] = list(b)
print(b)
b[3:1] = ["ins"]
print(b)
del b[1:4]
print(b)
del b[::2]
print(b)
b[:] = b
print(b)
b[1:1] = b
print(b)
try:
    b[::2] = [1]
except ValueError as e:
    print(e)
try:
    b[0:1] = 5
except TypeError as e:
    print(e)
try:
    print(a[::0])
except ValueError as e:
    print(e)
