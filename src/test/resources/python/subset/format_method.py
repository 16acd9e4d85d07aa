print("{} {}".format(1, "a"), "{0} {1} {0}".format("x", "y"), "{a} {b}".format(a=1, b=2), "{} {name}".format(3, name="n"), "{{}} {}".format(5), "{:>5}|{:<5}|{:^5}|".format(1, 2, 3))
print("{0[0]} {0[1]}".format([10, 20]), "{d[key]} {d[n]}".format(d={"key": 1, "n": 2}), "{:{}}|{:{}.{}f}".format("a", 5, 3.14159, 8, 2), "{0:{1}}|{w:>{n}}".format(7, 4, w="z", n=3))
print("{!r} {!s} {!a}".format("é", "é", "é"), "{0!r:>6}|".format("a"), "{:,} {:.2%} {:x} {:08.3f} {:+d}".format(1234567, 0.256, 255, 3.14159, 5))
print("no fields".format(), "{}".format([1, 2]), "{}".format(None), "{:d}".format(True), "{:e}".format(12345.678))
for text in ("{} {}", "{0} {2}", "{a}", "{", "}", "{0} {}", "{!x}", "{:d", "{0[5]}", "{:>{}}", "{0!}", "{[x]}"):
    try:
        print(text.format("v"))
    except IndexError as e:
        print("index", e)
    except KeyError as e:
        print("key", e)
    except ValueError as e:
        print("value", e)
    except TypeError as e:
        print("type", e)
for i in range(3):
    print("{:>{w}}|{:<{w}}|{:^{w}}|".format(i, i * 10, i * 100, w=i + 4))
