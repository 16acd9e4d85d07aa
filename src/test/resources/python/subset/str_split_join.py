texts = ["a,b,c", "a,,b,", ",", "", "  one  two three ", "x", "a, b, c", "tab\tnew\nline\r\x0bend", "a--b---c", "\u00a0no\u2003break\u3000"]
for t in texts:
    print(repr(t), t.split(), t.rsplit(), t.split(","), t.rsplit(","), t.split(",", 1), t.rsplit(",", 1), t.split(None, 1), t.rsplit(None, 1), t.split("--"), t.split(maxsplit=1), t.split(sep=",", maxsplit=0))
    print(t.partition(","), t.rpartition(","), t.partition("--"))
for sep in ("", ", ", "-"):
    print(repr(sep.join(["a", "b", "c"])), repr(sep.join([])), repr(sep.join(["x"])), repr(sep.join("abc")), repr(sep.join(("p", "q"))), repr(sep.join({"k": 1, "l": 2})))
for bad in ([1, 2], ["a", None], ["a", "b", 3.5]):
    try:
        print(",".join(bad))
    except TypeError as e:
        print(e)
try:
    print(",".join(5))
except TypeError as e:
    print(e)
try:
    print("abc".split(""))
except ValueError as e:
    print(e)
try:
    print("abc".partition(""))
except ValueError as e:
    print(e)
print("-".join(str(i) for i in range(5)), " ".join(c.upper() for c in "abc"), "".join(reversed("abc")))
