s = "abracadabra"
for sub in ("a", "abra", "bra", "x", "", "ra", "abracadabra", "abracadabrax"):
    print(sub, s.find(sub), s.rfind(sub), s.count(sub), sub in s, sub not in s, s.startswith(sub), s.endswith(sub))
    for start, end in ((1, None), (3, 8), (-4, None), (0, -1), (5, 3), (20, 30)):
        print(s.find(sub, start), s.find(sub, start, end), s.rfind(sub, start, end), s.count(sub, start, end), s.startswith(sub, start), s.endswith(sub, start, end), end=" | ")
    print()
for sub in ("z", "abr"):
    try:
        print(s.index(sub), s.rindex(sub), s.index(sub, 1))
        print(s.index(sub, 8))
    except ValueError as e:
        print(e)
try:
    s.rindex("q")
except ValueError as e:
    print(e)
print(s.startswith(("x", "ab")), s.endswith(("x", "y")), s.startswith(()), s.startswith(("ra", "br"), 1), "aaaa".count("aa"), "aaa".replace("aa", "b"))
try:
    print(s.find(5))
except TypeError as e:
    print(e)
try:
    print(5 in s)
except TypeError as e:
    print(e)
try:
    print(s.startswith(["a"]))
except TypeError as e:
    print(e)
