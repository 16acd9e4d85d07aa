def rpn(text):
    stack = []
    for token in text.split():
        if token in ("+", "-", "*", "/", "//", "%", "**", "swap", "max"):
            if len(stack) < 2:
                raise IndexError("too few values for " + token)
            b = stack.pop()
            a = stack.pop()
            if token == "+":
                stack.append(a + b)
            elif token == "-":
                stack.append(a - b)
            elif token == "*":
                stack.append(a * b)
            elif token == "/":
                stack.append(a / b)
            elif token == "//":
                stack.append(a // b)
            elif token == "%":
                stack.append(a % b)
            elif token == "**":
                stack.append(a ** b)
            elif token == "swap":
                stack += [b, a]
            else:
                stack.append(max(a, b))
        elif token == "dup":
            stack.append(stack[-1])
        else:
            stack.append(float(token) if "." in token else int(token))
    return stack
for line in ("3 4 +", "5 1 2 + 4 * + 3 -", "2 100 **", "1.5 2 *", "7 2 / 7 2 // 7 2 %", "1 +", "4 0 /", "x", "", "3 dup * 4 dup * + 0.5 **", "1 2 swap", "dup", "2 9 max"):
    try:
        print(line, "=>", rpn(line))
    except IndexError as e:
        print(line, "IndexError", e)
    except ZeroDivisionError as e:
        print(line, "ZeroDivisionError", e)
    except ValueError as e:
        print(line, "ValueError", e)
