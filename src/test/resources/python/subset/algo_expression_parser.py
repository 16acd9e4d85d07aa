tokens = []
def tokenize(text):
    out = []
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit():
            j = i
            while j < len(text) and (text[j].isdigit() or text[j] == "."):
                j += 1
            out.append(text[i:j])
            i = j
        elif c in "+-*/()^":
            out.append(c)
            i += 1
        else:
            raise SyntaxError(f"bad character {c!r} at {i}")
    return out
def expression():
    value = term()
    while tokens and tokens[0] in "+-":
        if tokens.pop(0) == "+":
            value += term()
        else:
            value -= term()
    return value
def term():
    value = power()
    while tokens and tokens[0] in ("*", "/"):
        value = value * power() if tokens.pop(0) == "*" else value / power()
    return value
def power():
    base = atom()
    if tokens and tokens[0] == "^":
        tokens.pop(0)
        return base ** power()
    return base
def atom():
    if not tokens:
        raise SyntaxError("unexpected end")
    t = tokens.pop(0)
    if t == "(":
        value = expression()
        if not tokens or tokens.pop(0) != ")":
            raise SyntaxError("expected )")
        return value
    if t == "-":
        return -power()
    return float(t) if "." in t else int(t)
for text in ("1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-2 ^ 2", "10 / 4 - 1", "2 * (3 + (4 - 1)) / 5", "1.5 * 4", "1 +", "(1", "1 $ 2", "1 / 0", "", "99999999999 * 99999999999"):
    try:
        tokens = tokenize(text)
        print(text, "=", expression())
    except SyntaxError as e:
        print(text, "->", e)
    except ZeroDivisionError as e:
        print(text, "->", e)
