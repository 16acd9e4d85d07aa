assert True
assert 1 == 1, "never seen"
def check(x):
    assert x > 0, "x must be positive, got " + str(x)
    assert x != 13
    assert x < 100, (x, "too large")
    assert x % 2 == 0, None
    assert x != 4, 42
    assert x != 6, ["list", x]
    return "fine"
for x in (2, -5, 13, 200, 3, 4, 6, 8):
    try:
        print(x, check(x))
    except AssertionError as e:
        print(x, repr(e), str(e), e.args, len(e.args))
def message():
    print("message asked")
    return "why"
assert 5, message()
try:
    assert [], message()
except AssertionError as e:
    print(e)
try:
    assert 1 / 0, "no"
except ZeroDivisionError as e:
    print(e)
