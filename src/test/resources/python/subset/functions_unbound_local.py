x = 1
def reads_first():
    try:
        print(x)
    except UnboundLocalError as e:
        print(e)
    x = 2
    return x
def maybe(flag):
    if flag:
        y = "set"
    return y
def loop_var(n):
    for i in range(n):
        pass
    return i
def deleted():
    z = 1
    del z
    return z
def augmented():
    x += 1
def handler():
    try:
        1 / 0
    except ZeroDivisionError as err:
        pass
    return err
print(reads_first(), maybe(True), loop_var(3))
try:
    maybe(False)
except UnboundLocalError as e:
    print(e)
try:
    loop_var(0)
except UnboundLocalError as e:
    print(e)
try:
    deleted()
except NameError as e:
    print(e)
try:
    augmented()
except UnboundLocalError as e:
    print(repr(e))
try:
    handler()
except UnboundLocalError as e:
    print(e)
try:
    print(x, undefined_name_q)
except NameError as e:
    print(repr(e))
del x
try:
    x
except NameError as e:
    print(e)
