# max, min, sorted, sort with things that collect in every place
def box(n):
    return [n, str(n) + "x" * 3]

def junk(n):
    out = []
    for i in range(n):
        out.append([i, str(i) + "junk", {i: str(i)}])
    return len(out)

def fetch(n):
    junk(3)
    return [str(n) + "a" + str(i) for i in range(n)]

def default():
    junk(2)
    return "the" + "default" + str(junk(1))

def text_key(x):
    junk(2)
    return x + "key" + str(len(x))

print(min((box(x)[1] for y in range(1, 4) for x in fetch(y)), key=lambda s: s + str(junk(2))))
print(max("a" + "b" + str(junk(3)), "z" + str(junk(1)), key=text_key))
print(sorted([x + "q" for x in fetch(6)], key=text_key, reverse=bool(junk(2))))
def flag():
    return junk(4) > 1
print(sorted(fetch(6), key=text_key, reverse=flag()))
values = fetch(4)
values.sort(key=text_key, reverse=flag())
print(values)
print([fetch(3), fetch(2)].sort(key=len, reverse=flag()))
print(sum((len(text_key(x)) for x in fetch(5)), 3))
print(sum(([text_key(x)] for x in fetch(3)), []))
print(any(text_key(x) == default() for x in fetch(3)), all(text_key(x) for x in fetch(4)))
print([text_key(a) + text_key(b) for a in fetch(3) for b in fetch(2) if text_key(a) < text_key(b)])
print({text_key(a): [text_key(b) for b in fetch(2)] for a in fetch(3)})
a, b, c = text_key("1"), default(), fetch(2)
print(a, b, c)
(a, b), [c, d] = fetch(2), (default(), text_key("2"))
print(a, b, c, d)
m = [[1, 2], [3, 4]]
m[junk(1) - 1][junk(2) - 1] += len(text_key("k" + str(junk(2))))
print(m)
d = {}
d[text_key("a")] = d[text_key("b")] = fetch(2)
print(d)
print("a" + str(1) < text_key("a") < default() + text_key("q") < text_key("z" + str(junk(3))))
print(text_key("a" + str(2)) + ("x" + str(3) if flag() else default()) + text_key(str(4) + "b"))
print(f"{text_key('a')} {default()!r:>30} {junk(2)} {text_key('b' + str(1)):{junk(12)}}|")
print("%s %s" % (text_key("c"), default()), "{} {k}".format(text_key("d"), k=default()))
print((text_key("a"), [text_key("b"), {text_key("c"): text_key("d")}], default()))
print(text_key("" or "e" + str(5)), text_key("x") and default(), flag() and text_key("m") or default())
