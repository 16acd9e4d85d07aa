for n in (0, 1, -1, 7, 8, 10, 255, -255, 2 ** 32, 2 ** 63, -(2 ** 64), 10 ** 30):
    print(bin(n), oct(n), hex(n))
    print(format(n, "b"), format(n, "o"), format(n, "x"), format(n, "X"), format(n, "#b"), format(n, "#o"), format(n, "#x"), format(n, "#X"))
    print(int(bin(n), 2) == n, int(oct(n), 8) == n, int(hex(n), 16) == n, int(hex(n), 0) == n)
print(0b1011, 0o777, 0xDEADbeef, 1_000_000, 0x_FF_FF, 0b_1_0, 0O17, 0XAB, 00, 0_0)
print(hex(True), bin(False), oct(8))
