def evaluate(line):
    parts = line.split()
    if len(parts) != 3:
        raise ValueError("expected: NUMBER OPERATOR NUMBER")
    a, op, b = float(parts[0]), parts[1], float(parts[2])
    if op == "+":
        return a + b
    if op == "-":
        return a - b
    if op == "*":
        return a * b
    if op == "/":
        return a / b
    if op == "^":
        return a ** b
    raise ValueError("unknown operator " + repr(op))
n = 0
while True:
    line = input(f"[{n}] ")
    n += 1
    if line == "quit":
        print("bye")
        break
    try:
        print(line, "=", evaluate(line))
    except ValueError as e:
        print("error:", e)
    except ZeroDivisionError:
        print("error: division by zero")
    except OverflowError:
        print("error: too large")
print(n, "lines")
