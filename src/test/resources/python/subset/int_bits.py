values = [0, 1, -1, 5, -6, 255, -256, 2 ** 40 + 3, -(2 ** 40) - 3, 2 ** 62, 2 ** 63 - 1, -(2 ** 63), 2 ** 70 + 9, -(2 ** 90) + 1]
for a in values:
    for b in values:
        print(a & b, a | b, a ^ b, end=";")
    print()
for a in values:
    print(~a, a.bit_length(), a.bit_count(), (~a).bit_count(), a & 0xFF, a & (2 ** 64 - 1), a | 1, a ^ a)
print(True & 6, True | 6, True ^ True, True & False, True | False, ~True, ~False)
print(type(True & True), type(True & 1), type(True ^ False))
