# Slices: steps, ends out of range, assignment, deletion, and own classes.
s = list(range(10))
print(s[2:5], s[-3:], s[::-1], s[8:2:-2], s[100:], s[:-100], s[::3], s[5:5])
s[2:5] = "xy"
print(s)
s[::4] = [0, 0, 0]
print(s)
del s[1::2]
print(s)
s[1:1] = [7, 8]
print(s)
try:
    s[::2] = [1]
except ValueError as e:
    print(e)
print(slice(1, None, 2).indices(6), slice(-3, None).indices(10), slice(None, None, -1).indices(4))


class Show:
    def __getitem__(self, key):
        return key


show = Show()
print(show[1:2], show[::-1], show[1, 2:3], show[..., None], show[()])
print("abcdef"[1:-1:2], (1, 2, 3, 4)[::2], b"abcdef"[-2::-2], range(0, 100, 7)[2:8:3], range(10)[::-1])
try:
    [][::0]
except ValueError as e:
    print(e)
try:
    s["a"]
except TypeError as e:
    print(e)
