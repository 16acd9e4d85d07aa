# Truth values, chained comparison, identity, short circuits.
values = [None, 0, 0.0, "", [], {}, set(), (), range(0), 0j, False, " ", [0], "0", -1, float("nan"), ...]
print([bool(v) for v in values])
print(1 < 2 < 3, 1 < 3 > 2, 3 > 2 == 2, 1 == 1.0 == True, not 1 == 2, "a" < "b" <= "b")


def say(x):
    print("say", x)
    return x


print(say(0) and say(1), say(0) or say(2), say(1) < say(0) < say(5), not say(""))
nan = float("nan")
print(nan == nan, nan in [nan], [nan] == [nan], nan < 1, max(nan, 1) is nan)
print([1, 2] < [1, 2, 0], (1, "a") < (1, "b"), [] < [0], "Z" < "a", "10" < "9", b"a" == "a")
print(None is None, type(None).__name__, (x := 5) and x + 1, 5 if [] else 6, [] or {} or "last")
for wrong in (lambda: 1 < "1", lambda: [] < (), lambda: None < 0, lambda: {} < {}):
    try:
        wrong()
    except TypeError as e:
        print(e)


class Odd:
    def __eq__(self, other):
        return "odd"

    def __bool__(self):
        raise ValueError("neither")


print(Odd() == 1, Odd() != 1 if False else "skipped")
try:
    not Odd()
except ValueError as e:
    print(e)
