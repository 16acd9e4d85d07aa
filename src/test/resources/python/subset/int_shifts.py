for s in (0, 1, 5, 31, 32, 33, 60, 61, 62, 63, 64, 65, 100):
    print(s, 1 << s, -1 << s, 12345 << s, -12345 << s)
    print(s, (1 << 70) >> s, -(1 << 70) >> s, 12345 >> s, -12345 >> s, -1 >> s, 0 >> s)
for s in (-1, -(2 ** 70)):
    try:
        print(1 << s)
    except ValueError as e:
        print(s, e)
    try:
        print(1 >> s)
    except ValueError as e:
        print(s, e)
print(0 << 10 ** 6, 5 >> 10 ** 6, -5 >> 10 ** 6, 5 >> 10 ** 30, -5 >> 10 ** 30, 0 << 10 ** 30)
print(True << 3, True >> 1, False << 5, 3 << True)
