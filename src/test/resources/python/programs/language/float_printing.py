# Floats print the shortest text that reads back to the same bits.
values = [
    0.1, 0.1 + 0.2, 1 / 3, 1e16, 1e15 + 0.3, 123456789012345680.0, 5e-324, 2.2250738585072014e-308,
    1.7976931348623157e308, -0.0, 1e-5, 0.0001, 1e22, 9007199254740993.0, float("inf"), float("nan"),
    100.0, 2.5, 3.5, 4.35, 1.005, 0.30000000000000004,
]
for v in values:
    assert repr(float(repr(v))) == repr(v)
    print(repr(v), f"{v:.3f}"[:24], f"{v:g}", f"{v:.10e}", f"{v:%}"[:20], v.hex())
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5)], round(2.675, 2), round(1234.5, -2), round(-0.04, 1))
print(float.fromhex("0x1.8p+1"), (0.1).as_integer_ratio(), (7.0).is_integer(), float("1_000.5e-3"))
print(f"{1e100:.0f}"[:30], f"{12345.678:,.1f}", f"{0.000012345:.3g}", f"{1234567.0:.3n}", f"{3:+.2f}")
print(1e308 * 10, -1e308 * 10, 1e-320, 1e308 * 10 - 1e308 * 10)
print(7.5 // 2, -7.5 // 2, 7.5 % -2, divmod(-7.5, 2), 2**0.5, 10**-3, (-8) ** (1 / 3))
