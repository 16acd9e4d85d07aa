count = 0
def f(n):
    global count
    count += 1
    return f(n + 1) + 1
for i in range(3):
    count = 0
    try:
        f(0)
    except RecursionError as e:
        print(i, e, count)
def g(n):
    try:
        return g(n + 1)
    except RecursionError:
        return n
print(g(0))
def h(n):
    if n == 0:
        return 0
    return 1 + h(n - 1)
print(h(900), h(990))
def k(n):
    try:
        return k(n + 1)
    finally:
        global last
        last = n
try:
    k(0)
except RecursionError:
    print("last", last)
def a(n): return b(n + 1)
def b(n): return c(n + 1)
def c(n): return a(n + 1)
try:
    a(0)
except RecursionError as e:
    print(e)
def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return len(str(n)), n
print(depth(0))
def lst(n):
    return [lst(n + 1) for _ in range(1)]
try:
    lst(0)
except RecursionError as e:
    print(e)
nested = []
for i in range(2000):
    nested = [nested]
try:
    print(len(repr(nested)))
except RecursionError as e:
    print(e)
try:
    print(nested == [nested])
except RecursionError as e:
    print(e)
other = []
for i in range(2000):
    other = [other]
try:
    print(nested == other)
except RecursionError as e:
    print(e)
try:
    print(nested < other)
except RecursionError as e:
    print(e)
