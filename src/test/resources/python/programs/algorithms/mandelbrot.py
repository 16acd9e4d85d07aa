# The Mandelbrot set in text, all in floats.
def rounds(c, most=40):
    z = 0j
    for i in range(most):
        z = z * z + c
        if abs(z) > 2:
            return i
    return most


for y in range(-10, 11):
    print("".join(" .:-=+*#%@"[rounds(complex(x / 28 - 0.7, y / 9)) // 4 - 1] for x in range(-40, 41)).rstrip())
