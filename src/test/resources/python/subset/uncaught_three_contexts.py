def first():
    return 1 / 0
def second():
    try:
        first()
    except ZeroDivisionError:
        [][1]
def third():
    try:
        second()
    except IndexError:
        {}["third"]
print("go")
third()
