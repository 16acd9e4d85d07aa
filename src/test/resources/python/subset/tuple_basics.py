t = (1, "a", 2.5, None)
print(t, len(t), t[0], t[-1], t[1:3], t[::-1], t + (5,), t * 2, 2 * t, "a" in t, 99 not in t, t.index("a"), t.count(1))
print((), (1,), (1, 2), 1, (1), ((1,),), (1,)[0], tuple(), tuple([1, 2]), tuple("ab"), tuple(range(3)), tuple({"x": 1}))
a, b = 1, 2
a, b = b, a
print(a, b, (a, b) == (2, 1), (1, 2) < (1, 3), (1, 2) < (1, 2, 0), () < (0,))
point = 3, 4
x, y = point
print(point, x * x + y * y, {point: "p"}[3, 4])
for i, (p, q) in enumerate([(1, 2), (3, 4)]):
    print(i, p, q, p * q)
for n in (3, -5, 4):
    try:
        print(t[n])
    except IndexError as e:
        print(e)
try:
    t.index("zz")
except ValueError as e:
    print(e)
print(max((3, 9, 2)), min((3, 9, 2)), sum((1, 2, 3)), sorted((3, 1, 2)), (1, 2) == [1, 2], isinstance(t, tuple), type(t))
def divide(a, b):
    return a // b, a % b
q, r = divide(17, 5)
print(q, r, divide(-17, 5), divide(9, 3)[0])
