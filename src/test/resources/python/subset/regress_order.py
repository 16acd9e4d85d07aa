log = []
def t(x, v=None):
    log.append(x)
    return v if v is not None else x
def show(label):
    print(label, log)
    log.clear()
def f(a, b=10, c=20):
    return (a, b, c)
print(f(t(1), c=t(2), b=t(3)))
show("kw")
print(f(c=t(1), a=t(2), b=t(3)))
show("kw2")
print(f(b=t("b"), a=t("a")))
show("kw3")
l = [0, 1, 2, 3]
l[t(0)] = t(5)
show("setitem")
t("o", l)[t(1)] = t("value", 7)
show("setitem2")
l[t(0)] += t(5)
show("aug")
t("o", l)[t(1)] -= t("value", 7)
show("aug2")
t("o", l)[t(1, 1):t(2, 2)] = t("value", [7, 8, 9])
show("slice")
print(l)
d = {t("k1"): t("v1"), t("k2"): t("v2")}
show("dict")
print(t(1) < t(2) < t(0) < t(9))
show("chain")
print(t(1) < t(2) <= t(2) != t(3) == t(3))
show("chain2")
print(t(3) if t(0) else t(4), t(0) and t(1), t(0) or t(2), not t(0))
show("bools")
a, b = t(1), t(2)
show("pair")
l[t(0)], l[t(1)] = t("x"), t("y")
show("targets")
a = l[t(2)] = t("multi")
show("multi")
print(l)
[a, (b, l[t(3)])] = t("src", [1, (2, 3)])
show("nested")
print(l, a, b)
print(t("a", "abc").replace(t("b", "b"), t("c", "x")), t("m", [3, 1]).index(t("i", 1)))
show("method")
print(t("f", "{}-{}").format(t("1"), t("2")), t("p", "%s-%s") % (t("3"), t("4")))
show("format")
print(f"{t('x')}{t('y')!r}{t(5):{t(10)}}")
show("fstring")
print(t(2) ** t(3), -t(4) + t(5) * t(6), (t(7) + t(8)) * t(9))
show("ops")
print(t("s", "abcdef")[t(1):t(5):t(2)], l[t(0)])
show("slices")
print(t(1), t(2), sep=t("s", "-"), end=t("e", "\n"))
show("print")
print(end=t("e", "!\n"), sep=t("s", "+"))
show("print2")
del l[t(0)], d[t("k1")]
show("del")
assert t(1), t("not evaluated")
show("assert")
print(max(t(1), t(5), t(3)), min([t(2), t(1)]), range(t(1), t(10), t(3)))
show("builtins")
print(sorted([t(3), t(1)], reverse=t(1)), sum([t(1), t(2)], t(100)), round(t("r", 2.567), t(1)))
show("b2")
print(int(t("n", "ff"), base=t(16)), pow(t(2), t(5), t(7)), divmod(t(7), t(2)))
show("b3")
print(list(zip(t("z1", [1, 2]), t("z2", "ab"))), list(enumerate(t("en", "ab"), t(5))), list(enumerate(start=t(3), iterable=t("en2", "q"))))
show("b4")
x = [1, 2, 3]
def change():
    x.append(9)
    return 0
x[change()] = len(x)
print(x)
x[0] += change() + len(x)
print(x)
y = 5
def sety():
    global y
    y = 100
    return 1
print(y + sety(), y)
y = 5
y += sety()
print(y)
y = [1]
def newy():
    global y
    y = [2]
    return 7
y[0] = newy()
print(y)
y = [1]
z = y
y[0] += newy()
print(y, z)
print(y, newy(), y)
y = 5
print([y, sety(), y], (y, sety(), y), {y: sety(), 3: y}, y < sety() < y)
def w(p=t("def")):
    return p
show("default")
print(w())
def w2(p=[]):
    p.append(1)
    return p
w2()
print(w2(), w2([5]))
try:
    l[t(0)] = 1 // t(0, 0) 
except ZeroDivisionError:
    show("error first")
try:
    t("o", {})[t("k")] += t("never")
except KeyError:
    show("aug error")
try:
    t("o", 5)[t("k")] = t("v")
except TypeError as e:
    show("set error " + str(e))
try:
    f(t(1), t(2), t(3) + "x")
except TypeError:
    show("arg error")
