print("%d %i %u" % (1, -2, 3), "%s %r %a" % ("é", "é", "é"), "%5d|%-5d|%05d|%+d|% d" % (42, 42, 42, 42, 42), "%x %X %o %#x %#o %#X" % (255, 255, 8, 255, 8, 255))
print("%f %.2f %10.3f|%-10.1f|%010.2f|%+.1f" % (3.14159, 3.14159, 3.14159, 3.14159, 3.14159, 3.14159), "%e %.1E %g %G %.3g %#.3g" % (12345.678, 0.00012, 1e10, 1e-10, 1234567.0, 1.0))
print("%c%c%c" % (72, "i", 0x1f600), "%%|%5.1f%%" % 99.5, "%s" % [1, 2], "%s" % None, "%(a)s %(b)05.1f" % {"a": "x", "b": 2.25}, "%-8s|%8s|%.2s|%8.3s|" % ("ab", "ab", "abc", "abcdef"))
print("%*d|%-*d|%.*f" % (6, 42, 6, 42, 2, 3.14159), "%d" % 3.99, "%d" % True, "%x" % 2 ** 70, "%d" % -(10 ** 30), "%s %s" % ("a", ("b",)), "%s" % ((1, 2),))
print("%.0f %.0f %.0f" % (0.5, 1.5, 2.5), "%5s|%-7s|%7r" % (True, None, "q"), "%f %e %g" % (float("inf"), float("nan"), -float("inf")), "%.10d|%+.3d|%#.4x" % (42, 7, 10))
for text, args in (("%d", "a"), ("%s %s", ("a",)), ("%s", ("a", "b")), ("%d", None), ("%q", 1), ("%", 1), ("%(a)s", 5), ("%(a)s", {"b": 1}), ("%c", "ab"), ("%c", -1), ("%x", 1.5), ("%f", "x"), ("abc", 1), ("abc", {}), ("abc", []), ("%5", 3), ("%*d", ("a", 1)), ("%i", [1])):
    try:
        print(text % args)
    except TypeError as e:
        print("type", e)
    except ValueError as e:
        print("value", e)
    except KeyError as e:
        print("key", e)
    except OverflowError as e:
        print("over", e)
