for x in (-5, 0, 3, 100):
    print("neg" if x < 0 else "zero" if x == 0 else "small" if x < 10 else "large", x if x > 0 else -x, (x or "none") if x < 50 else [x], "a" if not x else "b")
    y = 1 if x else 0 if x is None else 2
    print(y, [i if i % 2 else -i for i in range(x if 0 < x < 10 else 4)], (1 if x else 2) + (3 if x else 4), 1 if x else 2 + 3 if x else 4)
    print(f"{'pos' if x > 0 else 'non'} {x if x else 'nil':>5}|", "yes" if x in (0, 3) and x else "no")
def pick(n):
    return "even" if n % 2 == 0 else "odd"
print([pick(n) for n in range(6)], {n: pick(n) for n in range(3)}, max(3, 5) if pick(1) == "odd" else min(3, 5))
print((1 / 0 if False else "only one side runs") if True else 1 / 0)
z = None
print("none" if z is None else z.upper(), [] if z else "falsy", not (1 if z else 0))
