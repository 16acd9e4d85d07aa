def e_digits(places):
    unit = 10 ** (places + 10)
    total = term = unit
    n = 1
    while term:
        term //= n
        total += term
        n += 1
    return str(total // 10 ** 10), n
s, n = e_digits(250)
print(n, s[0] + "." + s[1:51])
for i in range(51, 251, 50):
    print(s[i:i + 50])
def spigot(count):
    a = [1] * (count + 10)
    out = []
    for _ in range(count):
        carry = 0
        for i in range(len(a) - 1, -1, -1):
            a[i] = a[i] * 10 + carry
            carry = a[i] // (i + 2)
            a[i] %= i + 2
        out.append(carry)
    return out
d = spigot(40)
print(d, s[1:41] == "".join(str(x) for x in d))
partial = 1.0
f = 1
for i in range(1, 20):
    f *= i
    partial += 1 / f
    print(i, partial)
