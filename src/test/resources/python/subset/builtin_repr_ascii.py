values = [1, -2.5, "a", "é'", 'q"', None, True, [1, "x", [2.0, None]], ("t",), (), {"k": (1, {"n": []})}, range(3), range(1, 9, 2), 10 ** 25, "tab\t", "日", ValueError("m"), KeyError("k"), IndexError(), {}.items(), [[]], {None: None}]
for v in values:
    print(repr(v), str(v), ascii(v), [v], f"{v}", f"{v!r}", f"{v!a}", "%s %r %a" % (v, v, v) if not isinstance(v, tuple) else "", "{} {!r} {!a}".format(v, v, v))
print(repr(repr("a'b")), str(repr([repr(1)])), ascii("é" + repr("ü")), repr(str(None)), len(repr("\n")), len(ascii("😀")))
deep = []
for i in range(50):
    deep = [deep]
print(deep)
print(str(deep).count("["), repr(deep) == str(deep))
