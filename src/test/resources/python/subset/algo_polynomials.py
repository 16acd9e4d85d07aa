def add(a, b):
    n = max(len(a), len(b))
    return [(a[i] if i < len(a) else 0) + (b[i] if i < len(b) else 0) for i in range(n)]
def multiply(a, b):
    out = [0] * (len(a) + len(b) - 1)
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            out[i + j] += x * y
    return out
def text(p):
    parts = []
    for i in range(len(p) - 1, -1, -1):
        c = p[i]
        if c == 0:
            continue
        sign = "-" if c < 0 else "+"
        size = "" if abs(c) == 1 and i else str(abs(c))
        parts.append((sign, size + ("" if i == 0 else "x" if i == 1 else f"x^{i}")))
    if not parts:
        return "0"
    out = " ".join(f"{s} {t}" for s, t in parts)
    return out[2:] if out.startswith("+") else "-" + out[2:]
def derive(p):
    return [i * c for i, c in enumerate(p)][1:] or [0]
p, q = [1, -3, 0, 2], [5, 1]
for r in (p, q, add(p, q), multiply(p, q), derive(p), derive([7]), add([1], [-1]), multiply([0.5, 1], [2, -1])):
    print(r, "=", text(r))
b = [1]
for n in range(9):
    print(text(b))
    b = multiply(b, [1, 1])
def divide(a, b):
    a = a[:]
    quotient = []
    while len(a) >= len(b):
        f = a[-1] // b[-1]
        quotient.insert(0, f)
        for i in range(len(b)):
            a[len(a) - len(b) + i] -= f * b[i]
        a.pop()
    return quotient, a
print(divide([-4, 0, -2, 1], [-3, 1]), divide(multiply(p, q), q))
