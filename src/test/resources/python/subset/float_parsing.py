texts = ["1", "1.", ".5", "-1.5e3", "1e400", "-1e400", "1e-400", "inf", "-Infinity", "NaN", "+nan", "  3.25  ", "1_0.5_0", "1__0", "", ".", "e5", "1e", "1e+",
         "0x10", "1,5", "1.5.2", "infinit", "٣.٥", "123456789012345678901234567890", "0.1e1", "1E5", "-.5", "--1", "1 2", "9007199254740993", "2.2250738585072011e-308",
         "1.7976931348623159e308", "4.9e-324", "2.4e-324", "0.30000000000000004", "\n1\t"]
for t in texts:
    try:
        print(repr(t), float(t))
    except ValueError as e:
        print(e)
print(float(), float(5), float(True), float(2 ** 70), float(10 ** 22), float(2 ** 53 + 1))
try:
    print(float(10 ** 400))
except OverflowError as e:
    print(e)
