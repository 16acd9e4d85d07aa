def a():
    try:
        return "try"
    finally:
        print("cleanup a")
def b():
    try:
        return "try"
    finally:
        return "finally"
def c():
    try:
        1 / 0
    finally:
        return "swallowed"
def d():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            print("body", i)
        finally:
            print("finally", i)
    return i
def e():
    x = 1
    try:
        return x
    finally:
        x = 2
        print("x is", x)
def f():
    while True:
        try:
            return "out"
        finally:
            break
    return "after loop"
def g():
    for i in range(3):
        try:
            1 / 0
        except ZeroDivisionError:
            continue
        finally:
            print("g", i)
    return "g end"
def h():
    try:
        try:
            return "inner"
        finally:
            print("h1")
    finally:
        print("h2")
def k():
    for i in range(3):
        try:
            raise ValueError(i)
        finally:
            if i < 2:
                continue
            break
    return i
print(a(), b(), c(), d(), e(), f(), g(), h(), k())
