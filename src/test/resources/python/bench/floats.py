"""Floating point: the n-body step, a series and the Mandelbrot set."""

import math


def series(count):
    total = 0.0
    sign = 1.0
    for i in range(count):
        total += sign / (2 * i + 1)
        sign = -sign
    return 4 * total


def orbit(steps):
    x, y, vx, vy = 1.0, 0.0, 0.0, 1.0
    dt = 0.001
    for i in range(steps):
        r2 = x * x + y * y
        r3 = r2 * math.sqrt(r2)
        vx -= x / r3 * dt
        vy -= y / r3 * dt
        x += vx * dt
        y += vy * dt
    return x, y


def mandelbrot(size):
    inside = 0
    for j in range(size):
        ci = 2.0 * j / size - 1.0
        for i in range(size):
            cr = 3.0 * i / size - 2.0
            a = b = 0.0
            for k in range(50):
                a, b = a * a - b * b + cr, 2.0 * a * b + ci
                if a * a + b * b > 4.0:
                    break
            else:
                inside += 1
    return inside


x, y = orbit(1000000)
print(f"{series(4000000):.12f} {x:.9f} {y:.9f} {mandelbrot(220)}")
