def escape(cr, ci, limit):
    zr = zi = 0.0
    for i in range(limit):
        zr, zi = zr * zr - zi * zi + cr, 2 * zr * zi + ci
        if zr * zr + zi * zi > 4.0:
            return i
    return limit
palette = " .:-=+*#%@"
for y in range(-12, 13):
    line = ""
    for x in range(-40, 20):
        n = escape(x / 20, y / 10, 50)
        line += palette[n * (len(palette) - 1) // 50]
    print(line.rstrip())
for c in ((0.0, 0.0), (-0.75, 0.1), (0.3, 0.5), (-1.25, 0.02), (0.26, 0.0)):
    print(c, escape(c[0], c[1], 200))
