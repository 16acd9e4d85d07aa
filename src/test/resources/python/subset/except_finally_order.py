log = []
def step(name, fail=False):
    log.append(name)
    if fail:
        raise ValueError(name)
def run(a, b, c, d):
    try:
        step("try", a)
    except ValueError:
        step("except", b)
    else:
        step("else", c)
    finally:
        step("finally", d)
    step("after")
for n in range(16):
    log = []
    try:
        run(n & 1, n & 2, n & 4, n & 8)
    except ValueError as e:
        log.append("escaped " + str(e))
    print(n, log)
def deep(n):
    try:
        if n == 0:
            raise KeyError("bottom")
        deep(n - 1)
    finally:
        print("unwind", n)
try:
    deep(4)
except KeyError as e:
    print(e)
def generator_free(n):
    for i in range(n):
        for j in range(n):
            try:
                if i * j == 4:
                    return i, j
                if j > i:
                    break
            finally:
                print("f", i, j, end=" ")
print(generator_free(4))
