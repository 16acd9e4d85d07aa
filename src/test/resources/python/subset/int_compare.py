values = [-(2 ** 80), -(2 ** 63), -5, -1, 0, 1, 5, 2 ** 53, 2 ** 53 + 1, 2 ** 63 - 1, 2 ** 63, 2 ** 80]
for a in values:
    row = ""
    for b in values:
        row += "<" if a < b else (">" if a > b else "=")
        if (a <= b) != (not a > b) or (a >= b) != (not a < b) or (a == b) == (a != b):
            print("odd", a, b)
    print(row)
floats = [-1e30, -5.0, -0.5, 0.0, 1.0, 9007199254740992.0, 9007199254740993.0, 9.223372036854775807e18, 1e24, float("inf"), float("nan")]
for a in values:
    print(a, "".join("<" if a < f else (">" if a > f else ("=" if a == f else "?")) for f in floats))
print(sorted(values, reverse=True) == values[::-1], max(values), min(values))
print(1 == 1.0, 1 == True, 2 == True, 0 == False, 1 < True, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53)
