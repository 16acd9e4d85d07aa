def pi_digits(count):
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    out = []
    while len(out) < count:
        if 4 * q + r - t < n * t:
            out.append(n)
            nr = 10 * (r - n * t)
            n = (10 * (3 * q + r)) // t - 10 * n
            q *= 10
            r = nr
        else:
            nr = (2 * q + r) * l
            nn = (q * (7 * k) + 2 + r * l) // (t * l)
            q *= k
            t *= l
            l += 2
            k += 1
            n = nn
            r = nr
    return "".join(str(d) for d in out)
digits = pi_digits(300)
print(digits[0] + ".")
for i in range(1, 300, 50):
    print(" ".join(digits[j:j + 10] for j in range(i, min(i + 50, 300), 10)))
print({d: digits.count(d) for d in "0123456789"}, digits.find("999999"))
def machin(places):
    unit = 10 ** (places + 10)
    def_sum = 4 * (4 * arctan(5, unit) - arctan(239, unit))
    return def_sum // 10 ** 10
def arctan(x, unit):
    total = power = unit // x
    n = 3
    sign = -1
    while power:
        power //= x * x
        total += sign * (power // n)
        sign = -sign
        n += 2
    return total
print(machin(100), str(machin(299)) == digits)
