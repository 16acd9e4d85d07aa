out = []
def log(x):
    out.append(x)
    return x
def a(n):
    for i in range(4):
        try:
            try:
                if n == 0:
                    return log("r0")
                if n == 1:
                    break
                if n == 2:
                    continue
                if n == 3:
                    raise KeyError(i)
                if n == 4:
                    1 // 0
                log("end" + str(i))
            except KeyError as e:
                log(("key", e.args))
                if i == 1:
                    return log("r3")
            else:
                log("else")
                if n == 6:
                    return log("r6")
            finally:
                log("f1")
                if n == 5 and i == 2:
                    break
        except ZeroDivisionError as e:
            log(str(e))
            if i == 2:
                raise
        finally:
            log("f2")
            if n == 4 and i == 2:
                return log("swallow")
    else:
        log("loop else")
    return log("after")
for n in range(8):
    out.clear()
    try:
        print(n, a(n), out)
    except ZeroDivisionError as e:
        print("escaped", e, out)
def b():
    while True:
        try:
            return 1
        finally:
            break
    return 2
print(b())
def c():
    for i in range(3):
        try:
            return i
        finally:
            continue
    return "end"
print(c())
def d():
    try:
        try:
            raise ValueError("first")
        finally:
            try:
                raise KeyError("second")
            except KeyError as e:
                log(repr(e) + repr(e.args))
    except ValueError as e:
        return repr(e)
print(d())
def ee():
    try:
        raise ValueError("x")
    except ValueError as err:
        try:
            raise KeyError("y") from err
        except KeyError as err:
            pass
        try:
            return err
        except UnboundLocalError as u:
            return str(u)
print(ee())
def f():
    x = 1
    del x
    try:
        return x
    except UnboundLocalError as err:
        return str(err)
print(f())
def g(n):
    try:
        if n:
            y = n
        return y + 1
    except UnboundLocalError as err:
        return str(err)
print(g(0), g(3))
def h():
    for i in range(3):
        for j in range(3):
            try:
                if j == 1:
                    break
                if i == 1:
                    continue
                log((i, j))
            finally:
                log("fin")
        else:
            log("no break")
    return len(out)
print(h(), out[-12:])
def k():
    try:
        pass
    finally:
        return 5
print(k())
def m():
    while 1:
        try:
            try:
                raise IndexError("q")
            finally:
                break
        finally:
            log("outer")
    return "broke"
print(m())
def nn():
    try:
        raise ValueError(1)
    except (KeyError, ValueError) as e:
        return [e.args, log("x")]
    finally:
        log("nf")
print(nn(), out[-2:])
def p():
    r = []
    for i in range(5):
        try:
            r.append(i)
            if i % 2:
                continue
            r.append([10, 20][i])
        except IndexError:
            r.append("IE")
            break
        else:
            r.append("ok")
        finally:
            r.append("fin")
    else:
        r.append("done")
    return r
print(p())
try:
    try:
        raise ValueError("a")
    except ValueError:
        raise TypeError("b")
    finally:
        print("fin")
except TypeError as t:
    print("got", t)
def q():
    try:
        return log("ret")
    finally:
        log("finq")
        assert True
print(q())
def s():
    with_error = None
    try:
        try:
            raise ValueError("inner")
        except ValueError as e:
            with_error = e
            raise
    except ValueError as e:
        return e == with_error, repr(e)
print(s())
x = 0
while x < 5:
    x += 1
    try:
        if x == 2:
            continue
        if x == 4:
            break
    except:
        print("never")
    finally:
        print("x", x)
else:
    print("not reached")
