depth = 0
log = []
totals = {"calls": 0, "errors": 0}
def enter(name):
    global depth
    log.append("  " * depth + "> " + name)
    depth += 1
    totals["calls"] += 1
def leave(name, result):
    global depth
    depth -= 1
    log.append(f"{'  ' * depth}< {name} = {result!r}")
    return result
def power(base, exponent):
    enter(f"power({base}, {exponent})")
    if exponent < 0:
        totals["errors"] += 1
        leave("power", None)
        raise ValueError("negative exponent " + str(exponent))
    if exponent == 0:
        return leave("power", 1)
    half = power(base, exponent // 2)
    return leave("power", half * half * (base if exponent % 2 else 1))
for b, e in ((2, 10), (3, 5), (5, -1), (10, 20)):
    log = []
    try:
        print(b, e, power(b, e))
    except ValueError as err:
        print("error:", err)
    for line in log:
        print(line)
print(depth, totals)
