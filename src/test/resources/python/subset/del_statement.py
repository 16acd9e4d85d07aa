a = [0, 1, 2, 3, 4, 5]
del a[0]
print(a)
del a[-1], a[0]
print(a)
del a[1:2]
print(a)
d = {"x": 1, "y": {"z": [1, 2, 3]}}
del d["y"]["z"][1]
print(d)
del d["x"]
print(d)
v = 5
del v
try:
    print(v)
except NameError as e:
    print(e)
try:
    del v
except NameError as e:
    print(e)
p, q = 1, 2
del p, q
v = "again"
print(v)
def f():
    x = 1
    del x
    try:
        del x
    except UnboundLocalError as e:
        print(e)
    x = 2
    return x
print(f())
del (a), [v]
for name in (0, 1):
    try:
        print(a if name == 0 else v)
    except NameError as e:
        print(e)
b = list(range(20))
del b[::3]
print(b)
del b[10:2:-2]
print(b)
del b[:]
print(b)
try:
    del b[0]
except IndexError as e:
    print(e)
try:
    del d["nope"]
except KeyError as e:
    print(e)
