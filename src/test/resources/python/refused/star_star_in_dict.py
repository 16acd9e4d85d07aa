# refused: 3:6 ** in a dict
a = {"x": 1}
b = {**a, "y": 2}
print(b)
