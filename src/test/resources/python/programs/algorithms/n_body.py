# Five bodies under gravity; energy drifts only in the last digits.
bodies = {
    "sun": [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], 39.47841760435743],
    "a": [[4.84, -1.16, -0.10], [0.6063, 2.8112, -0.0252], 0.0376936],
    "b": [[8.34, 4.12, -0.40], [-1.0107, 1.8256, 0.0084], 0.0112863],
    "c": [[12.89, -15.11, -0.22], [1.0827, 0.8687, -0.0108], 0.0017237],
    "d": [[15.37, -25.91, 0.17], [0.9790, 0.5946, -0.0347], 0.0020336],
}
pairs = [(p, q) for i, p in enumerate(bodies.values()) for q in list(bodies.values())[i + 1 :]]


def energy():
    e = sum(m * sum(v * v for v in vs) / 2 for _, vs, m in bodies.values())
    for (p, _, m), (q, _, n) in pairs:
        e -= m * n / sum((a - b) ** 2 for a, b in zip(p, q)) ** 0.5
    return e


def advance(dt):
    for (p, v, m), (q, w, n) in pairs:
        dx, dy, dz = p[0] - q[0], p[1] - q[1], p[2] - q[2]
        f = dt / (dx * dx + dy * dy + dz * dz) ** 1.5
        for i, d in enumerate((dx, dy, dz)):
            v[i] -= d * n * f
            w[i] += d * m * f
    for p, v, _ in bodies.values():
        for i in range(3):
            p[i] += dt * v[i]


before = energy()
for _ in range(400):
    advance(0.01)
print(f"{before:.9f} {energy():.9f}")
for name, (p, _, _) in bodies.items():
    print(name, " ".join(f"{x:.6f}" for x in p))
