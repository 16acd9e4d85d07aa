# Names: local, enclosing, global, built-in, class bodies, and unbound ones.
x = "global"


def local():
    x = "local"
    return x


def declared():
    global x, made
    x, made = "changed", "new"


def unbound():
    print(x)
    x = 1


def enclosing():
    x = "enclosing"

    class Body:
        y = x
        x = "body"

        def method(self):
            return x

    return Body.y, Body.x, Body().method()


print(local(), x)
declared()
print(x, made, enclosing())
try:
    unbound()
except UnboundLocalError as e:
    print(e)
try:
    undefined_name
except NameError as e:
    print(e, e.name)


def deleted():
    n = 1
    del n
    return n


try:
    deleted()
except UnboundLocalError as e:
    print(e)
space = {"n": 20}
exec("m = n + 1\nk = [n for _ in range(2)]", space)
print(space["m"], space["k"], eval("n * 2", space), eval("a + b", {"a": 1}, {"b": 2}))
len = lambda x: "shadow"
print(len([1]))
del len
print(len([1]), sorted(k for k in globals() if not k.startswith("_") and len(k) == 1))
