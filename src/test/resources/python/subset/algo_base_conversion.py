digits = "0123456789abcdefghijklmnopqrstuvwxyz"
def to_base(n, b):
    if n < 0:
        return "-" + to_base(-n, b)
    out = digits[n % b]
    while n >= b:
        n //= b
        out = digits[n % b] + out
    return out
def from_base(s, b):
    n = 0
    for c in s.lstrip("-"):
        d = digits.find(c.lower())
        if not 0 <= d < b:
            raise ValueError(f"{c!r} is no digit in base {b}")
        n = n * b + d
    return -n if s.startswith("-") else n
for n in (0, 1, 35, 36, 255, -1000, 2 ** 64, 10 ** 25):
    row = [to_base(n, b) for b in (2, 3, 8, 16, 36)]
    print(n, row, all(int(t, b) == n == from_base(t, b) for t, b in zip(row, (2, 3, 8, 16, 36))))
for s, b in (("12", 2), ("zz", 35), ("Ff", 16)):
    try:
        print(from_base(s, b))
    except ValueError as e:
        print(e)
def balanced(n):
    out = ""
    while n:
        r = (n + 1) % 3 - 1
        out = "-0+"[r + 1] + out
        n = (n - r) // 3
    return out or "0"
print([balanced(n) for n in range(-8, 9)])
def gray(n):
    return n ^ n >> 1
print([f"{gray(i):03b}" for i in range(8)])
