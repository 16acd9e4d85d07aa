def power(base, *, exponent=2, label):
    return label + str(base ** exponent)


print(power(3, label="a"), power(3, label="b", exponent=3))


def scale(values, factor=1, *, offset=0):
    return [v * factor + offset for v in values]


print(scale([1, 2]), scale([1, 2], 3), scale([1, 2], offset=5), scale(offset=1, values=[7], factor=2))
