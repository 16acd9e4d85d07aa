# A tokenizer, parser and evaluator of arithmetic, as a small real program.
import re

TOKEN = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d*)?)|(?P<name>[a-z]+)|(?P<op>\*\*|[-+*/()=,]))")


def tokens(text):
    pos = 0
    while pos < len(text.rstrip()):
        m = TOKEN.match(text, pos)
        if not m:
            raise SyntaxError(f"column {pos + 1}: unexpected {text[pos]!r}")
        yield m.lastgroup, m[m.lastgroup]
        pos = m.end()
    yield "end", ""


class Calculator:
    def __init__(self):
        self.names = {"pi": 3.14159}

    def run(self, line):
        self.stream = tokens(line)
        self.advance()
        value = self.assignment()
        if self.kind != "end":
            raise SyntaxError(f"unexpected {self.value!r}")
        return value

    def advance(self):
        old = getattr(self, "value", None)
        self.kind, self.value = next(self.stream, ("end", ""))
        return old

    def assignment(self):
        value = self.sum()
        if self.value == "=":
            self.advance()
            value = self.names[self.last] = self.assignment()
        return value

    def sum(self):
        value = self.product()
        while self.value in ("+", "-"):
            value = value + self.product() if self.advance() == "+" else value - self.product()
        return value

    def product(self):
        value = self.power()
        while self.value in ("*", "/"):
            value = value * self.power() if self.advance() == "*" else value / self.power()
        return value

    def power(self):
        if self.value == "-":
            self.advance()
            return -self.power()
        value = self.atom()
        if self.value == "**":
            self.advance()
            value **= self.power()
        return value

    def atom(self):
        if self.kind == "number":
            return float(self.advance())
        if self.kind == "name":
            self.last = self.advance()
            return self.names.get(self.last, 0.0)
        if self.value == "(":
            self.advance()
            value = self.assignment()
            if self.advance() != ")":
                raise SyntaxError("expected ')'")
            return value
        raise SyntaxError(f"unexpected {self.value!r}")


calculator = Calculator()
for line in ["1 + 2 * 3", "-2 ** 2", "2 ** 3 ** 2", "x = (y = 4) / 8", "x * pi", "(1", "1 +", "3 $ 4", "1 / 0", "a b"]:
    try:
        print(line, "->", calculator.run(line))
    except (SyntaxError, ZeroDivisionError) as e:
        print(line, "->", type(e).__name__, e)
