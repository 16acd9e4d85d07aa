a = {"x": 1, "y": 2}
b = {"y": 20, "z": 30}
print(a | b, b | a, a, b)
a |= b
print(a)
a |= [("w", 0)]
print(a)
print(list(a.keys()), list(a.values()), list(a.items()), tuple(a), sorted(a.values()), sum(a.values()), max(a.values()), len(a.items()))
print(dict(), dict(a), dict([("p", 1), ("q", 2)]), dict(m=1, n=2), dict(a, extra=5), dict([(1, 2)], k=3), dict(zip("abc", range(3))), dict((k, v * 2) for k, v in a.items()))
print({k: v for k, v in a.items() if v > 1}, {v: k for k, v in a.items()}, {i: i * i for i in range(5)}, {c: {d: 0 for d in "ab"} for c in "xy"}, {i % 3: i for i in range(10)})
print(a.keys(), a.values(), a.items(), {}.keys(), {}.items())
for bad in ([1], ["abc"], 5, [(1, 2, 3)], ["ab", "c"]):
    try:
        print(dict(bad))
    except TypeError as e:
        print("type", e)
    except ValueError as e:
        print("value", e)
try:
    print(a | [1])
except TypeError as e:
    print(e)
print("x" in a.keys(), 1 in a.values(), ("x", 1) in a.items())
