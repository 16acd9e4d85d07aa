a = ("one "
     "two "
     'three')
b = 'x' \
    'y'
c = """first
  second "quoted" ''
third\tTab \
joined"""
d = '''it's
"""fine"""'''
print(a, b)
print(c)
print(d)
print(repr(c), repr(d), len(c), len(d))
print("a" 'b' """c""" r"\d" f"{1 + 1}" "{x}", ("p"
      "q"), [
    1, 2,
    3,
], {
    "k":
        "v",
})
if (1 < 2 and
        3 < 4):
    print("ok"); print("two on a line"); x = 5; print(x)
total = 1 + \
    2 + \
    3
print(total)
