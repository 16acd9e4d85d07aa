# refused: 4:11 call of a value
d = {"f": 1}
if len(d) > 3:
    d["f"]()
print(d)
