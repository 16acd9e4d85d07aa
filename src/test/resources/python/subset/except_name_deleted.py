e = "before"
try:
    1 / 0
except ZeroDivisionError as e:
    print("inside", e)
try:
    print(e)
except NameError as err:
    print(err)
try:
    raise ValueError("v")
except ValueError as x:
    x = "replaced"
    print(x)
try:
    x
except NameError as err2:
    print(err2)
def f():
    try:
        [][0]
    except IndexError as z:
        kept = z
    try:
        return z
    except UnboundLocalError as again:
        print(again)
    return kept
print(repr(f()))
for i in range(3):
    try:
        raise KeyError(i)
    except KeyError as k:
        del k
        print("deleted by hand")
saved = []
for i in range(3):
    try:
        raise IndexError(i * 10)
    except IndexError as s:
        saved.append(s)
print(saved, [s.args[0] for s in saved], [str(s) for s in saved])
try:
    s
except NameError as n:
    print(n)
s = [t for t in saved]
print(s)
