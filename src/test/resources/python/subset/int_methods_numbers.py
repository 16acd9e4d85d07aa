for n in (0, 1, 2, 3, 255, 256, -256, 2 ** 62 - 1, 2 ** 62, 10 ** 30, -(10 ** 30)):
    print(n, n.bit_length(), n.bit_count(), (n + 1).bit_length())
print((5).bit_length(), True.bit_length(), (0).bit_count())
for x in (1.0, 1.5, -2.0, 1e300, 0.1, -0.0):
    print(x, x.is_integer(), int(x) if x < 1e20 else "large")
print(float("inf").is_integer(), float("nan").is_integer())
print(divmod(17, 5), divmod(-17, 5), divmod(17.5, 5), divmod(-17.5, 5), divmod(True, True))
print(abs(-7), abs(7), abs(-7.5), abs(-0.0), abs(-(2 ** 62)), abs(-(2 ** 63)), abs(False))
