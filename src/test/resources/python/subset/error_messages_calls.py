tests = 22
for n in range(tests):
    try:
        if n == 0:
            "abc".split(1)
        elif n == 1:
            "abc".join(3)
        elif n == 2:
            "abc".replace("a", 1)
        elif n == 3:
            "a".upper().index("z")
        elif n == 4:
            [1].index("z")
        elif n == 5:
            (1,).index("z")
        elif n == 6:
            {}.pop("z")
        elif n == 7:
            "abc".center("5")
        elif n == 8:
            "abc".zfill(None)
        elif n == 9:
            "abc".count(None)
        elif n == 10:
            "abc".strip(5)
        elif n == 11:
            "abc".startswith(5)
        elif n == 12:
            "abc".partition(5)
        elif n == 13:
            "abc".expandtabs("x")
        elif n == 14:
            chr("a")
        elif n == 15:
            abs("a")
        elif n == 16:
            round("a")
        elif n == 17:
            divmod("a", 1)
        elif n == 18:
            pow("a", 2)
        elif n == 19:
            bin(1.5)
        elif n == 20:
            hex("a")
        else:
            divmod(5, 0)
        print(n, "no error")
    except TypeError as e:
        print(n, "TypeError:", e)
    except ValueError as e:
        print(n, "ValueError:", e)
    except KeyError as e:
        print(n, "KeyError:", e)
    except ZeroDivisionError as e:
        print(n, "ZeroDivisionError:", e)
