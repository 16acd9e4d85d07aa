def say(x):
    print("eval", x)
    return x
def f(a, b, c=0):
    return (a, b, c)
print(f(say(1), say(2), say(3)))
print(f(c=say("c"), a=say("a"), b=say("b")))
print(f(say(1), c=say(2), b=say(3)))
print(say(1) + say(2) * say(3) - say(4))
print([say(i) for i in range(3)], {say("k"): say("v"), say("k2"): say("v2")}, (say(5), [say(6)]))
d = {}
d[say("key")] = say("value")
x = [0, 0]
x[say(0)], x[say(1)] = say("p"), say("q")
print(d, x, say([1, 2, 3])[say(1)], say("abc")[say(0):say(2)])
x[say(1)] += say("r")
print(x, say(2) ** say(3) ** say(2), say(1) < say(3) < say(2), say(0) or say(1) and say(2))
print(say("t") if say(False) else say("e"))
print(say("a,b").split(say(",")), "%s-%s" % (say(1), say(2)), f"{say('f')}{say('g'):>{say(4)}}")
