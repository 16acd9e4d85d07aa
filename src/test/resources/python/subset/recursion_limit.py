def forever(n):
    return forever(n + 1)
def depth(n):
    global deepest
    deepest = n
    depth(n + 1)
deepest = 0
try:
    forever(0)
except RecursionError as e:
    print(e)
try:
    depth(0)
except RecursionError as e:
    print(repr(e), deepest > 500)
def ping(n):
    return pong(n + 1)
def pong(n):
    return ping(n + 1)
for i in range(3):
    try:
        ping(0)
    except RecursionError as e:
        print(i, e)
def safe(n):
    try:
        return safe(n + 1)
    except RecursionError:
        return "recovered"
print(safe(0))
def sum_to(n):
    if n == 0:
        return 0
    return n + sum_to(n - 1)
print(sum_to(500), isinstance(RecursionError(), RuntimeError))
