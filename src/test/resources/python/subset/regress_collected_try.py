def junk(n):
    out = []
    for i in range(n):
        out.append([i, str(i) + "junk", {i: str(i)}])
    return len(out)
def make(n):
    junk(2)
    return ["made", str(n) + "!", [n]]
def f1():
    try:
        return make(1)
    finally:
        junk(5)
def f2():
    for i in range(5):
        try:
            if i == 1:
                return make(i)
        finally:
            junk(3)
            if i < 3:
                continue
    return make(9)
def f3():
    try:
        return make(1)
    finally:
        for i in range(1):
            try:
                return make(2)
            finally:
                junk(1)
                break
def f4(n):
    for i in range(4):
        try:
            try:
                if i == n:
                    raise ValueError("v" + str(i), make(i))
                if i == n + 1:
                    return make("early")
            except ValueError as e:
                junk(3)
                saved = e
            finally:
                junk(4)
        finally:
            junk(2)
    return saved.args
def f5():
    result = []
    for i in range(3):
        try:
            junk(1)
            [][i + 1]
        except IndexError as e:
            result.append(str(e) + str(junk(2)))
            try:
                {}["k" + str(i)]
            except KeyError as e2:
                junk(3)
                result.append(e2.args)
                result.append(repr(e) + repr(e2))
        else:
            junk(1)
        finally:
            result.append("f" + str(junk(1)))
    return result
print(f1())
print(f2())
print(f3())
print(f4(1), f4(2), f4(3))
print(f5())
for i in range(3):
    try:
        x = make(i)
        junk(2)
        raise KeyError("key" + str(i)) from ValueError("because" + str(i))
    except KeyError as e:
        junk(3)
        print(e, e.args, x)
def rec(n):
    s = "s" + str(n)
    t = [rec(n - 1)] if n else []
    return [s, t]
print(rec(6))
def deep(n):
    local = str(n) + "deep"
    return deep(n + 1) + local
for i in range(2):
    try:
        deep(0)
    except RecursionError as e:
        print(e, junk(3))
def d(a, b=[1], c="x" + "y", e={}):
    junk(2)
    b.append(a + "b")
    e[a] = b
    return len(b), c, e
print(d("a" + str(1)), d("b" + str(2)), d("c", e={1: make(3)}))
