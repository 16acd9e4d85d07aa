s = "banana"
print(s.replace("a", "o"), s.replace("an", ""), s.replace("", "-"), s.replace("a", "aa", 2), s.replace("x", "y"), s.replace("na", "NA", 0), s.replace("a", "", -1), s.replace("", "_", 3), "".replace("", "z"))
for n in (-1, 0, 1, 2, 5, True):
    print(repr("ab" * n), repr(n * "é"), ["x"] * n, n * (1, 2))
print("=" * 40, "-" * 3 + ">" * 2, "ab" "cd" 'ef', "a" + "b" * 3 + "c")
for a, b in (("a", 1), (1, "a"), ("a", None), ("a", [1]), ("a", 1.5)):
    try:
        print(a + b)
    except TypeError as e:
        print(e)
for a, b in (("a", "b"), ("a", 1.5), ([1], "a"), ("a", None), (2.0, [1])):
    try:
        print(a * b)
    except TypeError as e:
        print(e)
t = ""
for i in range(30):
    t += chr(ord("a") + i % 26)
    if i % 7 == 0:
        t = t[::-1]
    print(t)
