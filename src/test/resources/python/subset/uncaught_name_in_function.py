def area(w, h):
    return w * heigth_unknown
def report(rows):
    for w, h in rows:
        print(w, h)
        print(area(w, h))
print("start")
report([(1, 2), (3, 4)])
print("never")
