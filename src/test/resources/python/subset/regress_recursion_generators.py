def f(n):
    return sum(f(n + 1) for _ in range(1))
def d(n):
    global deepest
    deepest = n
    return max([n], key=lambda q: d(n + 1))
deepest = 0
try:
    d(0)
except RecursionError as e:
    print(e, deepest)
def s(n):
    global deepest
    deepest = n
    return sum(s(n + 1) for _ in [1])
try:
    s(0)
except RecursionError as e:
    print(e, deepest)
def comp(n):
    global deepest
    deepest = n
    return [comp(n + 1) for _ in [1]]
try:
    comp(0)
except RecursionError as e:
    print(e, deepest)
def deep_any(n):
    global deepest
    deepest = n
    return any(deep_any(n + 1) for _ in [1, 2] if n > -1)
def deep_max(n):
    global deepest
    deepest = n
    return max((deep_max(n + 1) for _ in [1, 2]), default=0)
def deep_max2(n):
    global deepest
    deepest = n
    return max((x for x in [1, 2]), key=deep_max2)
def deep_list(n):
    global deepest
    deepest = n
    return list(deep_list(n + 1) for a in [1] for b in [2])
def deep_join(n):
    global deepest
    deepest = n
    return "".join(deep_join(n + 1) for a in [1])
def deep_sort(n):
    global deepest
    deepest = n
    return sorted([1, 2], key=lambda q: deep_sort(n + 1))
def nested(n):
    global deepest
    deepest = n
    return sum(sum(nested(n + 1) for _ in [1]) for _ in [1])
def first(n):
    global deepest
    deepest = n
    return sum(x for x in first(n + 1))
def caught(n):
    global deepest
    deepest = n
    try:
        return sum(caught(n + 1) for _ in [1])
    except RecursionError:
        return n
def edge(n):
    log.append("in")
    any(x for x in [1])
    log.append("after any")
    edge(n + 1)
log = []
def call(which):
    if which == 0: deep_any(0)
    if which == 1: deep_max(0)
    if which == 3: deep_list(0)
    if which == 4: deep_join(0)
    if which == 6: nested(0)
    if which == 7: first(0)
    if which == 8: print(caught(0))
    if which == 9: edge(0)
def tree(t):
    return 1 + sum(tree(c) for c in t)
for i in range(10):
    for again in range(2):
        try:
            call(i)
        except RecursionError as e:
            print(i, e, deepest, len(log), log[-1:])
        print(any(x == 2 for x in [1, 2, 3]), tree([[], [[], []]]), sorted([3, 1], key=lambda v: -v))
def plain(n):
    global deepest
    deepest = n
    plain(n + 1)
try:
    plain(0)
except RecursionError:
    print(deepest)
