"""Writes random programs in the subset of Python that compiles to WAT.

    generate.py SEED [COUNT]

prints the programs of SEED, SEED + 1, …, each after a line `# ---- SEED`. The same seed gives the same
program for ever: all chance comes from random(), which CPython promises not to change.

Expressions are made by type, so that most programs run to their end. Inside `try` (and in a few wild
programs anywhere) a wrong type, a bad index or a division by zero may stand, so that errors arise with all
their messages. Sizes stay small: within loops, whatever is assigned is cut ([:9], % MODULUS), and exponents,
shifts, repeats and ranges are bounded, so that every program ends at once.
"""

import random
import sys

TYPES = ["int", "float", "str", "bool", "li", "ls", "lf", "dsi", "dis", "tis", "lm"]
WEIGHTS = [9, 4, 8, 3, 5, 4, 2, 3, 2, 2, 2]
PREFIX = {"int": "n", "float": "x", "str": "s", "bool": "b", "li": "a", "ls": "w", "lf": "y", "dsi": "d",
          "dis": "e", "tis": "t", "lm": "m"}
INTS = ["0", "1", "-1", "2", "3", "5", "7", "-8", "10", "13", "-17", "42", "99", "100", "255", "256", "-1000",
        "0x7f", "0b1011", "0o17", "1_000_000", "2147483647", "-2147483648", "4611686018427387903",
        "4611686018427387904", "9223372036854775807", "-9223372036854775808", "18446744073709551616",
        "10 ** 20", "-(10 ** 25)", "2 ** 100 + 1", "123456789012345678901234567890"]
FLOATS = ["0.0", "-0.0", "1.0", "0.5", "-1.5", "2.5", "0.1", "3.14159", "1e10", "1e-7", "-2.75", "1e16", "1.5e300",
          "123.456", "99.995", "1e22", "0.30000000000000004", "5e-324", '1e400', "2.675"]
STRINGS = ["''", "'a'", "'abc'", "'Hello, World'", "'  pad '", "'naïve'", "'日本'", "'x,y,,z'", "'It\\'s'", "'a\\tb\\n'",
           "'42'", "'-7'", "'3.5'", "'one two  three'", "'ABC def'", "'\\\\'", "'😀!'", "'aaa'", "'zebra'", "'\\x00\\x7f'",
           "'ß'", "'{}'", "'%d'", "\"q'q\"", "'Title Case'", "'123abc'", "'line\\nline2\\n'", "'éÉ'", "'_'", "' '"]
WORDS = ["'fig'", "'kiwi'", "'Pear'", "'apple'", "'b'", "''", "'zoo'", "'Ärger'", "'ten'", "'x1'"]
MODULUS = ["1000003", "10 ** 9 + 7", "2 ** 61 - 1", "10 ** 30 + 57", "97"]
ERRORS = ["ValueError", "TypeError", "KeyError", "IndexError", "ZeroDivisionError", "RuntimeError", "ArithmeticError",
          "LookupError", "AssertionError", "OverflowError", "NameError", "AttributeError", "Exception"]


class Program:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = []
        self.counter = 0
        self.pool = {t: [] for t in TYPES}
        self.fixed = {t: [] for t in TYPES}
        self.functions = []
        self.in_loop = 0
        self.loops = 0
        self.in_function = False
        self.names = 0
        self.wild = self.chance(0.12)
        self.risk = 0.04 if self.wild else 0.0

    # Chance

    def below(self, n):
        return int(self.random.random() * n)

    def chance(self, p):
        return self.random.random() < p

    def pick(self, items):
        return items[self.below(len(items))]

    def some_type(self):
        at = self.below(sum(WEIGHTS))
        for t, w in zip(TYPES, WEIGHTS):
            if at < w:
                return t
            at -= w

    def fresh(self, t):
        self.counter += 1
        return PREFIX[t] + str(self.counter)

    # Expressions

    def atom(self, t):
        known = self.pool[t] + self.fixed[t]
        if known and self.chance(0.65):
            return self.pick(known)
        return self.literal(t)

    def literal(self, t):
        if t == "int":
            return self.pick(INTS[:16]) if self.chance(0.75) else self.pick(INTS)
        if t == "float":
            return self.pick(FLOATS[:12]) if self.chance(0.8) else self.pick(FLOATS)
        if t == "str":
            return self.pick(STRINGS)
        if t == "bool":
            return self.pick(["True", "False"])
        n = self.below(5)
        if t == "li":
            return "[" + ", ".join(self.pick(INTS[:20]) for _ in range(n)) + "]"
        if t == "lf":
            return "[" + ", ".join(self.pick(FLOATS[:16]) for _ in range(n)) + "]"
        if t == "ls":
            return "[" + ", ".join(self.pick(WORDS) for _ in range(n)) + "]"
        if t == "dsi":
            return "{" + ", ".join(f"{self.pick(WORDS)}: {self.pick(INTS[:14])}" for _ in range(n)) + "}"
        if t == "dis":
            return "{" + ", ".join(f"{self.pick(INTS[:14])}: {self.pick(STRINGS)}" for _ in range(n)) + "}"
        if t == "tis":
            return f"({self.pick(INTS[:18])}, {self.pick(STRINGS)})"
        return "[" + ", ".join(self.literal(self.pick(["int", "str", "tis", "float", "bool", "lm", "dsi"])) if self.chance(0.8)
                               else "None" for _ in range(self.below(4))) + "]"

    def expr(self, t, d=2):
        if self.risk and self.chance(self.risk):
            t = self.some_type()
            # Not a bare literal: CPython would warn at `5[:3]` while it compiles.
            return "[None][0]" if self.chance(0.15) else f"[{self.expr(t, d - 1)}][0]"
        if d <= 0 or self.chance(0.12):
            return self.atom(t)
        calls = [f for f in self.functions if f[2] == t]
        if calls and self.chance(0.2):
            return self.call(self.pick(calls), d - 1)
        if self.chance(0.06):
            return f"({self.expr(t, d - 1)} if {self.expr('bool', d - 1)} else {self.expr(t, d - 1)})"
        if self.chance(0.04):
            return f"({self.expr(t, d - 1)} {self.pick(['and', 'or'])} {self.expr(t, d - 1)})"
        return getattr(self, "make_" + t)(d - 1)

    def call(self, function, d):
        name, parameters, _ = function
        arguments = []
        keyword = False
        for parameter, t, default in parameters:
            if default is not None and self.chance(0.35):
                keyword = True
                continue
            value = self.small(d) if parameter.startswith("depth") else self.expr(t, d)
            arguments.append(f"{parameter}={value}" if keyword or self.chance(0.15) else value)
            keyword = keyword or arguments[-1] is not value
        return f"{name}({', '.join(arguments)})"

    def small(self, d, limit=7):
        """An int below the limit, for counts that must not be large."""
        return self.pick([str(self.below(limit)), f"(len({self.expr('str', 0)}) % {limit})",
                          f"({self.expr('int', 0)} % {limit})"])

    def inner(self, t, make):
        """What a comprehension's head gives, with a name of type t known in it."""
        name = "ijkuvz"[self.names % 6] + (str(self.names // 6) if self.names > 5 else "")
        self.names += 1
        self.fixed[t].append(name)
        result = make(name)
        self.fixed[t].pop()
        self.names -= 1
        return result

    def comprehension(self, t, d):
        source = self.pick(["int", "int", "ls", "li", "str"])
        iterable = {"int": f"range({self.pick(['', '1, ', '-2, '])}{self.small(d)})", "str": f"{self.expr('str', d)}[:6]",
                    "li": f"{self.expr('li', d)}[:6]", "ls": f"{self.expr('ls', d)}[:6]"}[source]
        kind = "int" if source in ("int", "li") else "str"

        def make(name):
            text = f"{self.expr(t, d)} for {name} in {iterable}"
            if self.chance(0.35):
                text += f" if {self.expr('bool', d)}"
            elif self.chance(0.2):
                text = self.inner("int", lambda other: f"{self.expr(t, d)} for {name} in {iterable} for {other} in range({1 + self.below(3)})")
            return text
        return self.inner(kind, make)

    def divisor(self, t, d):
        if self.risk and self.chance(0.3):
            return self.expr(t, d)
        return self.pick([f"({self.expr(t, d)} or 1)", self.pick(["2", "3", "7", "-4", "10"]), "1000"])

    def make_int(self, d):
        e = self.expr
        k = self.below(34)
        if k < 6:
            return f"({e('int', d)} {self.pick(['+', '-', '+', '-', '&', '|', '^'])} {e('int', d)})"
        if k < 8:
            return f"({e('int', d)} * {e('int', 0)})"
        if k < 11:
            return f"({e('int', d)} {self.pick(['//', '%'])} {self.divisor('int', d)})"
        if k == 11:
            return f"({e('int', d)} {self.pick(['<<', '>>'])} {self.pick(['1', '3', '31', '40', '63', '70', self.small(d)])})"
        if k == 12:
            return f"({e('int', 0)}) ** {self.pick(['2', '3', '0', '1', self.small(d, 4)])}"
        if k == 13:
            return self.pick([f"-{e('int', 0)}", f"~({e('int', 0)} + 0)", f"abs({e('int', d)})", f"+{e('bool', 0)}"]).replace("--", "- -")
        if k == 14:
            return f"len({e(self.pick(['str', 'li', 'ls', 'dsi', 'lm', 'dis']), d)})"
        if k == 15:
            return f"sum({e('li', d)})" if self.chance(0.6) else f"sum({self.comprehension('int', d)})"
        if k == 16:
            return f"{self.pick(['max', 'min'])}({e('li', d)}, default={e('int', 0)})"
        if k == 17:
            return f"{self.pick(['max', 'min'])}({e('int', d)}, {e('int', d)}{self.pick(['', ', key=abs', ', key=lambda v: v % 7'])})"
        if k == 18:
            return f"{e('str', d)}.{self.pick(['find', 'count', 'rfind'])}({self.pick(WORDS[:7] + STRINGS[1:3])}{self.pick(['', ', 1', ', 0, 4', ', -3'])})"
        if k == 19:
            return f"{e('li', d)}.count({e('int', 0)})"
        if k == 20:
            return f"{e('dsi', d)}.get({self.pick(WORDS)}, {e('int', 0)})"
        if k == 21:
            return f"divmod({e('int', d)}, {self.divisor('int', 0)})[{self.below(2)}]"
        if k == 22:
            return f"pow({e('int', 0)}, {self.small(d)}, {self.pick(['97', '1000', '10 ** 9 + 7', '1', '-5'])})"
        if k == 23:
            return f"({e('int', d)}).{self.pick(['bit_length', 'bit_count'])}()"
        if k == 24:
            return self.pick([f"round({e('int', d)}, {self.pick(['-1', '-2', '0', '2'])})", f"ord({e('str', d)}[:1] or 'q')",
                              f"int({e('bool', d)})", f"int({self.pick(['bin', 'hex', 'oct'])}({e('int', 0)}), 0)",
                              f"int(str({e('int', 0)})[:9].rstrip('-') or '0')"])
        if k == 25:
            return f"({e('bool', d)} + {e('int', 0)})"
        if k == 26:
            return f"{e('tis', d)}[0]"
        if k == 27 and self.risk:
            return self.pick([f"{e('li', d)}[{e('int', 0)}]", f"{e('dsi', d)}[{self.pick(WORDS)}]", f"int({e('str', d)})",
                              f"int({e('float', d)})", f"{e('li', d)}.index({e('int', 0)})", f"{e('str', d)}.{self.pick(['index', 'rindex'])}({e('str', 0)})",
                              f"max({e('li', d)})", f"ord({e('str', d)})", f"round({e('float', d)})", f"math.isqrt({e('int', 0)})",
                              f"1 << {e('int', 0)} % 90 - 9", f"{e('li', d)}.pop()", f"next(iter({e('li', d)}))"])
        if k == 28:
            return f"({e('li', d)} + [{e('int', 0)}])[{self.pick(['0', '-1'])}]"
        if k == 29:
            return self.pick([f"math.gcd({e('int', d)}, {e('int', 0)})", f"math.isqrt(abs({e('int', d)}))",
                              f"math.factorial({self.small(d, 25)})", f"math.comb({self.small(d, 20)}, {self.small(d)})",
                              f"math.lcm({e('int', 0)}, {self.pick(INTS[:12])})", f"math.prod({e('li', 0)}[:4])",
                              f"math.{self.pick(['floor', 'ceil', 'trunc'])}({self.pick(FLOATS[:12])} * {self.small(d)})", f"math.perm({self.small(d, 12)}, {self.below(4)})"])
        if k == 30:
            return f"int({self.pick(FLOATS[:14])} * {self.small(d)})"
        if k == 31:
            return f"len(range({self.pick(INTS[:12])}, {self.pick(INTS[:14])}, {self.pick(['1', '2', '-1', '-3', '7'])}))"
        if k == 32:
            return f"sorted({e('li', d)} + [{e('int', 0)}])[{self.pick(['0', '-1'])}]"
        return f"({e('int', d)} {self.pick(['+', '-', '*'])} {self.pick(INTS[:16])})"

    def make_float(self, d):
        e = self.expr
        k = self.below(14)
        if k < 3:
            return f"({e('float', d)} {self.pick(['+', '-', '*'])} {e(self.pick(['float', 'float', 'bool']), d)})"
        if k == 3:
            return f"({e('float', d)} {self.pick(['/', '//', '%'])} {self.divisor('float', d)})"
        if k == 4:
            return f"({e('int', d)} % 10007 / {self.pick(['2', '3', '7', '10', '16', '1000'])})"
        if k == 5:
            return f"round({e('float', d)}, {self.pick(['0', '1', '2', '3', '-1', '5'])})"
        if k == 6:
            return f"{self.pick(['max', 'min'])}({e('float', d)}, {e(self.pick(['float', 'bool']), 0)})"
        if k == 7:
            return f"sum({e('lf', d)}, 0.0)"
        if k == 8:
            return self.pick([f"abs({e('float', d)})", f"-{self.atom('float')}".replace("--", "- -"), f"float({e('bool', d)})",
                              f"float({e('int', 0)} % 1000)", f"float({self.pick(['1.5', '-2', '1e5', '.5', 'nan', '-inf', '007'])!r})"])
        if k == 9:
            return self.pick([f"math.sqrt(abs({e('float', d)}))", f"math.fabs({e('float', d)})", f"math.copysign({e('float', d)}, {e('float', 0)})",
                              f"math.fmod({self.pick(FLOATS[:12])}, {self.pick(['2', '0.7', '-3.5'])})", f"round(math.{self.pick(['sin', 'cos', 'tan', 'atan', 'sinh', 'cosh', 'tanh', 'asinh', 'exp2', 'expm1', 'cbrt', 'erf', 'erfc', 'degrees', 'radians'])}({self.small(d)}), 9)",
                              f"round(math.{self.pick(['log2', 'log10', 'log1p', 'lgamma', 'gamma', 'acosh'])}({self.small(d)} + 1.5), 9)", f"round(math.atan2({self.pick(FLOATS[:10])}, {self.pick(FLOATS[:10])}), 9)",
                              f"math.fsum({e('lf', 0)}[:3])" if self.risk else f"math.fsum([0.1] * {self.small(d)})", f"math.{self.pick(['frexp', 'modf'])}({self.pick(FLOATS[:12])})[0]",
                              f"math.remainder({self.pick(FLOATS[:12])}, {self.pick(['2', '0.7', '-3.5'])})", f"math.{self.pick(['ulp', 'fabs'])}({self.pick(FLOATS[:12])})",
                              f"math.nextafter({self.pick(FLOATS[:12])}, {self.pick(['2', '-9.5'])})", f"math.{self.pick(['pi', 'e', 'tau', 'inf'])}",
                              f"round(math.exp(-{self.small(d)}), 9)", f"round(math.log({self.small(d)} + 1), 9)", f"math.hypot(3.0, {self.small(d)} * 4)",
                              f"math.modf({e('float', 0)})[1]", f"math.ldexp({self.pick(FLOATS[:12])}, {self.small(d)})"])
        if k == 10 and self.risk:
            return self.pick([f"float({e('str', d)})", f"{e('lf', d)}[{e('int', 0)}]", f"{e('int', d)} / {e('int', 0)}", f"math.sqrt({e('float', d)})",
                              f"{e('float', 0)} ** {self.pick(['-1', '2', '0', '3'])}", f"math.log({e('float', d)})", f"({e('int', d)} + {e('float', 0)})"])
        if k == 11:
            return f"({e('lf', d)} + [{e('float', 0)}])[{self.pick(['0', '-1'])}]"
        if k == 12:
            return f"({self.pick(['1.5', '2.0', '0.1', '10.0', '-3.0'])} ** {self.pick(['2', '3', '-1', '0', self.small(d)])})"
        return f"divmod({e('float', d)}, {self.pick(['2', '0.3', '-1.5', '1e3'])})[{self.below(2)}]"

    def spec(self, t):
        align = self.pick(["", "", "<", ">", "^", "*^", "0>", "é<"])
        width = self.pick(["", "", "3", "8", "12"])
        if t == "str":
            return align + width + self.pick(["", "", "s", ".2", ".5s"])
        sign = self.pick(["", "", "+", " ", "-"])
        if t == "int":
            return align + sign + self.pick(["", "", "0"]) + width + self.pick(["", "d", ",", "_", "x", "b", "o", "X", ",d", "_b", "e", ".1f"])
        if t == "float":
            return align + sign + self.pick(["", "0", "#"]) + width + self.pick(["", ",", ".2f", ".0f", ".3e", "g", ".4g", "%", ".1%", ",.2f", "e", ".3", "f"])
        return ""

    def field(self, d):
        t = self.some_type()
        conversion = self.pick(["", "", "", "!r", "!s", "!a"])
        value = self.expr(t, d)
        spec = self.spec(t) if t in ("int", "float", "str") and not conversion else self.spec("str") if conversion else ""
        if self.risk and self.chance(0.1):
            spec = self.pick(["zz", "5d", ".3", "x", ",s", "+", "=8"])
        return t, value, conversion, spec

    def f_string(self, d):
        parts = []
        for _ in range(1 + self.below(3)):
            parts.append(self.pick(["", " ", "=", "{{", "}}", "-", "é", ", "]))
            _, value, conversion, spec = self.field(d)
            debug = "=" if self.chance(0.08) and "\\n" not in value else ""
            if value.startswith("{"):
                value = " " + value
            if ":" in value or "!" in value or "lambda" in value:
                value = "(" + value.strip() + ")"
            parts.append("{" + value + debug + conversion + (":" + spec if spec else "") + "}")
        return 'f"' + "".join(parts) + '"' if not any('"' in p for p in parts) else "f'''" + "".join(parts) + "'''"

    def make_str(self, d):
        e = self.expr
        k = self.below(26)
        if k < 3:
            return f"({e('str', d)} + {e('str', d)})"
        if k == 3:
            return f"({e('str', d)}[:20] * {self.small(d, 4)})"
        if k == 4:
            return f"{e('str', d)}{self.slice(d)}"
        if k < 7:
            return f"{e('str', d)}.{self.pick(['upper', 'lower', 'title', 'strip', 'capitalize', 'swapcase', 'lstrip', 'rstrip', 'casefold'])}()"
        if k == 7:
            return f"{e('str', d)}.replace({self.pick(STRINGS)}, {e('str', 0)}[:6]{self.pick(['', ', 1', ', 0', ', -1'])})"
        if k == 8:
            return f"{self.pick(STRINGS)}.join({self.pick([e('ls', d), self.comprehension('str', d)])})"
        if k < 12:
            return self.f_string(d)
        if k == 12:
            return f"{self.pick(['str', 'repr', 'ascii'])}({e(self.some_type(), d)})"
        if k == 13:
            return f"chr({e('int', d)} % {self.pick(['128', '256', '592', '55000'])})"
        if k == 14:
            t = self.pick(["int", "float", "str"])
            return f"format({e(t, d)}, {self.spec(t)!r})"
        if k == 15:
            return f"{self.pick(['bin', 'hex', 'oct'])}({e('int', d)})"
        if k == 16:
            return f"{e('str', d)}.{self.pick(['center', 'ljust', 'rjust', 'zfill', 'expandtabs'])}({self.small(d, 14)})"
        if k == 17:
            return f"{e('str', d)}.{self.pick(['center', 'ljust', 'rjust'])}({self.small(d, 14)}, {self.pick(['*', '.', 'é'])!r})"
        if k == 18:
            return f"{e('str', d)}.{self.pick(['partition', 'rpartition'])}({self.pick(['a', ',', ' ', 'zz'])!r})[{self.below(3)}]"
        if k == 19:
            return self.pick([f"'%s|%r' % ({e(self.some_type(), d)}, {e(self.some_type(), 0)})", f"'%5d|%-6d|%+d' % ({e('int', d)}, {e('int', 0)}, {e('bool', 0)})",
                              f"'%.2f %g %e' % ({e('float', d)}, {e('float', 0)}, {e('float', 0)})", f"'%x %#o %05d' % ({e('int', d)}, {e('int', 0)}, {e('int', 0)})",
                              f"'%10s|%-8s|%.3s' % ({e('str', d)}, {e('str', 0)}, {e('str', 0)})", f"'%(k)s %(v)s' % {{'k': {e('str', d)}, 'v': {e('int', 0)}}}"])
        if k == 20:
            _, a, c1, s1 = self.field(d)
            _, b, c2, s2 = self.field(0)
            return self.pick([f"'{{{c1}:{s1}}} {{{c2}:{s2}}}'.format({a}, {b})", f"'{{1{c2}:{s2}}}/{{0{c1}:{s1}}}'.format({a}, {b})",
                              f"'{{p{c1}:{s1}}} {{q{c2}:{s2}}}'.format(p={a}, q={b})", f"'{{0}}{{0!r}}{{1}}'.format({a}, {b})"])
        if k == 21:
            return f"{e('tis', d)}[1]"
        if k == 22:
            return f"{e('dis', d)}.get({e('int', 0)}, {e('str', 0)})"
        if k == 23:
            return f"''.join({self.pick(['sorted', 'reversed'])}({e('str', d)}))"
        if k == 24 and self.risk:
            return self.pick([f"{e('str', d)}[{e('int', 0)}]", f"{e('ls', d)}[{self.small(d)}]", f"chr({e('int', d)})", f"min({e('str', d)})",
                              f"{e('dis', d)}[{e('int', 0)}]", f"({e('str', d)} + {e('int', 0)})", f"','.join({e('lm', d)})", f"{e('str', d)}.split('')[0]"])
        return f"{e('str', d)}.{self.pick(['removeprefix', 'removesuffix', 'strip', 'lstrip', 'rstrip'])}({self.pick(STRINGS)})"

    def slice(self, d):
        part = lambda: self.pick(["", "", str(self.below(5)), str(-1 - self.below(4)), self.small(d), "100"])  # noqa: E731
        step = self.pick(["", "", ":", ":2", ":-1", ":-2"])
        return f"[{part()}:{part()}{step}]"

    def make_bool(self, d):
        e = self.expr
        k = self.below(16)
        compare = ["<", "<=", "==", "!=", ">", ">="]
        if k < 4:
            t = self.pick(["int", "float", "str", "int", "li", "tis", "bool"])
            return f"({e(t, d)} {self.pick(compare)} {e(t, d)})"
        if k == 4:
            return f"({e('int', d)} {self.pick(compare)} {e('int', 0)} {self.pick(compare)} {e('int', d)})"
        if k == 5:
            return f"({e('int', d)} {self.pick(compare)} {e('float', d)})"
        if k == 6:
            return f"({e('str', d)} {self.pick(['in', 'not in'])} {e(self.pick(['str', 'ls', 'dsi']), d)})"
        if k == 7:
            return f"({e('int', d)} {self.pick(['in', 'not in'])} {e(self.pick(['li', 'dis', 'lm']), d)})"
        if k == 8:
            return f"(not {e('bool', d)})"
        if k == 9:
            return f"({e('bool', d)} {self.pick(['and', 'or', '==', '&', '|', '^'])} {e('bool', d)})"
        if k == 10:
            method = self.pick(["isalpha", "isdigit", "isalnum", "isspace", "isupper", "islower", "istitle", "isidentifier", "isnumeric", "isdecimal", "isprintable", "isascii"])
            return f"{e('str', d)}.{method}()"
        if k == 11:
            return f"{e('str', d)}.{self.pick(['startswith', 'endswith'])}({self.pick(STRINGS + [str(('a', 'x'))])})"
        if k == 12:
            return f"isinstance({e(self.some_type(), d)}, {self.pick(['int', 'str', 'bool', '(int, float)', 'list', 'dict', '(str, tuple)'])})"
        if k == 13:
            return f"{self.pick(['any', 'all'])}({self.comprehension('bool', d)})"
        if k == 14 and self.chance(0.4):
            return self.pick([f"math.{self.pick(['isnan', 'isinf', 'isfinite'])}({e('float', d)})", f"math.isclose({e('float', d)}, {e('float', 0)})", f"({e('float', 0)}).is_integer()"])
        if k == 14:
            return f"bool({e(self.some_type(), d)})"
        return self.pick([f"({e(self.some_type(), d)} == {e(self.some_type(), d)})", f"({e('dsi', d)}.get({self.pick(WORDS)}) is {self.pick(['', 'not '])}None)",
                          f"(type({e(self.some_type(), d)}) {self.pick(['==', '!='])} {self.pick(['int', 'str', 'list', 'float'])})",
                          f"({e('int', d)} in range({self.pick(INTS[:10])}, {self.pick(INTS[:20])}{self.pick(['', ', 3'])}))"])

    def make_li(self, d):
        e = self.expr
        k = self.below(13)
        if k < 2:
            return f"({e('li', d)} + {e('li', d)})"
        if k == 2:
            return f"{e('li', d)}{self.slice(d)}"
        if k == 3:
            return f"({e('li', d)}[:4] * {self.small(d, 3)})"
        if k < 6:
            return f"[{self.comprehension('int', d)}]"
        if k == 6:
            return f"list(range({self.pick(INTS[:4])}, {self.small(d, 9)}{self.pick(['', ', 2', ', -1', ', 3'])}))"
        if k == 7:
            keys = [f[0] for f in self.functions if len(f[1]) == 1 and f[1][0][1] == "int" and f[2] in ("int", "str", "bool", "tis")]
            if keys and self.chance(0.5):
                return f"sorted({e('li', d)}[:5], key={self.pick(keys)})"
            return f"sorted({e('li', d)}{self.pick(['', ', reverse=True', ', key=abs', ', key=lambda v: -v', ', key=lambda v: (v % 3, v)', ', key=str'])})"
        if k == 8:
            return f"[{', '.join(e('int', d) for _ in range(self.below(4)))}]"
        if k == 9:
            return f"list({self.pick([e('dsi', d) + '.values()', e('dis', d), 'reversed(' + e('li', d) + ')', self.comprehension('int', d)])})"
        if k == 10:
            return f"[p + q for p, q in zip({e('li', d)}, {e('li', d)})]"
        if k == 11:
            return f"[p * 10 + len(str(q)) for p, q in enumerate({e(self.pick(['ls', 'li', 'str']), d)}{self.pick(['', ', 1'])})]"
        return self.pick([f"{e('li', d)}.copy()", f"sum([{e('li', d)}, {e('li', d)}], [])", f"[max(p, q) for p in {e('li', d)}[:3] for q in {e('li', d)}[:3] if p != q]"])

    def make_ls(self, d):
        e = self.expr
        k = self.below(9)
        if k == 0:
            return f"{e('str', d)}.{self.pick(['split', 'rsplit'])}({self.pick(['', repr(','), repr(' '), 'None, 1', repr('a') + ', 1'])})"
        if k == 1:
            return f"list({e('str', d)}[:8])"
        if k == 2:
            return f"({e('ls', d)} + {e('ls', d)})"
        if k == 3:
            return f"sorted({e('ls', d)}{self.pick(['', ', reverse=True', ', key=len', ', key=lambda w: (len(w), w)', ', key=lambda w: w[::-1]', ', key=len, reverse=True'])})"
        if k == 4:
            return f"[{self.comprehension('str', d)}]"
        if k == 5:
            return f"{e('str', d)}.splitlines({self.pick(['', 'True'])})"
        if k == 6:
            return f"{e('ls', d)}{self.slice(d)}"
        if k == 7:
            return f"{self.pick(['list', 'sorted'])}({e('dsi', d)})"
        return f"[{', '.join(e('str', d) for _ in range(self.below(4)))}]"

    def make_lf(self, d):
        return self.pick([f"[{', '.join(self.expr('float', d) for _ in range(self.below(4)))}]", f"[{self.comprehension('float', d)}]",
                          f"sorted({self.expr('lf', d)})", f"({self.expr('lf', d)} + {self.expr('lf', d)})", f"{self.expr('lf', d)}{self.slice(d)}"])

    def make_dsi(self, d):
        e = self.expr
        return self.pick([f"{{{self.pick(WORDS)}: {e('int', d)}, {e('str', d)}: {e('int', d)}}}", f"dict(zip({e('ls', d)}, {e('li', d)}))",
                          f"({e('dsi', d)} | {e('dsi', d)})", f"{{k: v for k, v in {e('dsi', d)}.items() if {e('bool', d)}}}",
                          f"{{w: len(w) for w in {e('ls', d)}}}", f"{e('dsi', d)}.copy()", f"dict({e('dsi', d)}, extra={e('int', d)})"])

    def make_dis(self, d):
        e = self.expr
        return self.pick([f"{{{e('int', d)}: {e('str', d)}}}", f"dict(enumerate({e('ls', d)}))", f"{{v: k for k, v in {e('dsi', d)}.items()}}",
                          f"({e('dis', d)} | {e('dis', d)})", f"dict({e('dis', d)})", f"{{i: {e('str', d)} for i in range({self.small(d)})}}"])

    def make_tis(self, d):
        return self.pick([f"({self.expr('int', d)}, {self.expr('str', d)})", f"({self.expr('int', d)}, *{{}})".replace(", *{}", ", " + self.expr("str", d)),
                          f"{self.expr('tis', d)}[:2]", f"tuple([{self.expr('int', d)}, {self.expr('str', d)}])", f"max({self.expr('tis', d)}, {self.expr('tis', d)})"])

    def make_lm(self, d):
        e = self.expr
        return self.pick([f"[{', '.join(e(self.some_type(), d) for _ in range(self.below(4)))}]", f"list({e('dsi', d)}.items())", f"list(zip({e('li', d)}, {e('ls', d)}))",
                          f"list(enumerate({e('str', d)}[:5]))", f"[[{self.comprehension('int', 0)}], {e('tis', d)}]", f"sorted({e('dis', d)}.items())",
                          f"[{e('lm', d)}, None]", f"[type({e(self.some_type(), d)}), {e('bool', d)}]",
                          f"[range({self.pick(INTS[:10])}, {self.small(d)}), {e('dsi', d)}.keys(), None]", f"[{e('tis', d)} + ({e('float', d)},)] * {self.below(3)}"])

    # Statements

    def put(self, depth, text):
        self.lines.append("    " * depth + text)

    def bounded(self, t, text):
        """Keeps what a loop assigns from growing without end."""
        if not self.in_loop:
            return text
        if t == "int":
            return f"({text}) % ({self.pick(MODULUS)})"
        if t in ("str", "li", "ls", "lf", "lm"):
            return f"({text})[:{self.pick(['9', '12', '20'])}]"
        if t == "tis":
            return f"(len({self.atom('str')}), {self.atom('str')}[:9])"
        return text if t in ("float", "bool") else self.literal(t)

    def print(self, depth):
        k = self.below(8)
        values = ", ".join(self.expr(self.some_type()) for _ in range(1 + self.below(3)))
        if k == 0:
            self.put(depth, f"print({values}, sep={self.pick(['-', ', ', '', '|'])!r})")
        elif k == 1:
            self.put(depth, f"print({values}, end={self.pick([';', ' ', chr(10), '!' + chr(10)])!r})")
        elif k == 2:
            self.put(depth, f"print(repr({self.expr(self.some_type())}), {self.expr('str')})")
        elif k == 3:
            self.put(depth, f"print({self.f_string(2)})")
        else:
            self.put(depth, f"print({values})")

    def block(self, depth, budget):
        """Statements one level in; names made there are mostly forgotten after it, as it may not have run."""
        saved = {t: list(names) for t, names in self.pool.items()}
        for _ in range(1 + self.below(min(budget, 2))):
            self.statement(depth, budget - 1)
        keep = self.wild and self.chance(0.15)
        if not keep:
            self.pool = {t: [n for n in self.pool[t] if n in saved[t]] for t in TYPES}

    def sure(self, t, d=2):
        """An expression for a variable that outlives a try: of its own type, unless the program is wild."""
        risk = self.risk
        self.risk = risk if self.wild else 0.0
        text = self.expr(t, d)
        self.risk = risk
        return text

    def assign(self, depth):
        t = self.some_type()
        value = self.expr(t)
        if self.pool[t] and self.chance(0.5) and (self.wild or not self.risk):
            self.put(depth, f"{self.pick(self.pool[t])} = {self.bounded(t, value)}")
        else:
            name = self.fresh(t)
            self.put(depth, f"{name} = {self.bounded(t, value)}")
            self.pool[t].append(name)

    def augmented(self, depth):
        t = self.pick(["int", "int", "str", "float", "li", "bool"])
        if not self.pool[t]:
            return self.assign(depth)
        name = self.pick(self.pool[t])
        if t == "int":
            op = self.pick(["+=", "-=", "*=", "//=", "%=", "&=", "|=", "^=", ">>=", "<<="])
            value = {"*=": self.pick(INTS[:14]), "//=": self.divisor("int", 0), "%=": self.divisor("int", 0), ">>=": self.pick(["1", "5"]), "<<=": self.pick(["1", "7"])}.get(op) or self.sure("int", 1)
            if self.in_loop and op == "*=":
                op = "-="
        elif t == "float":
            op, value = self.pick(["+=", "-=", "/=", "*="]), self.pick(FLOATS[2:12])
        elif t == "bool":
            op, value = self.pick(["&=", "|=", "^="]), self.sure("bool", 1)
        elif t == "str":
            op, value = ("*=", self.pick(["0", "1", "2"])) if not self.in_loop and self.chance(0.3) else ("+=", self.literal("str"))
        else:
            op, value = ("*=", "2") if not self.in_loop and self.chance(0.2) else ("+=", self.literal(self.pick(["li", "li", "tis"])) if t == "lm" else self.literal("li"))
        self.put(depth, f"{name} {op} {value}")

    def unpack(self, depth):
        k = self.below(5)
        ints = self.pool["int"]
        if k == 0 and len(ints) > 1:
            a, b = self.pick(ints), self.pick(ints)
            self.put(depth, f"{a}, {b} = {b}, {a}")
        elif k == 1:
            a, b = self.fresh("int"), self.fresh("str")
            source = self.expr("tis")
            self.put(depth, f"{a}, {b} = {self.bounded('tis', source)}")
            self.pool["int"].append(a)
            self.pool["str"].append(b)
        elif k == 2:
            t = self.some_type()
            a, b = self.fresh(t), self.fresh(t)
            value = self.bounded(t, self.expr(t))
            self.put(depth, f"{a} = {b} = {value}")
            self.pool[t] += [a, b]
        elif k == 3:
            a, b, c = self.fresh("int"), self.fresh("float"), self.fresh("bool")
            value = f"{self.bounded('int', self.expr('int'))}, ({self.expr('float')}, {self.expr('bool')})"
            self.put(depth, f"{a}, ({b}, {c}) = {value}")
            self.pool["int"].append(a)
            self.pool["float"].append(b)
            self.pool["bool"].append(c)
        else:
            a, b = self.fresh("int"), self.fresh("int")
            value = f"divmod({self.expr('int')}, {self.divisor('int', 0)})"
            self.put(depth, f"{a}, {b} = {value}")
            self.pool["int"] += [a, b]

    def mutate(self, depth):
        t = self.pick(["li", "ls", "dsi", "dis", "lm", "lf"])
        if not self.pool[t]:
            return self.assign(depth)
        name = self.pick(self.pool[t])
        e = self.sure
        item = {"li": "int", "ls": "str", "lf": "float", "lm": self.pick(["int", "str", "bool"])}.get(t)
        if t == "dsi":
            key, value = self.pick(WORDS), self.bounded("int", e("int", 1))
            text = self.pick([f"{name}[{key}] = {value}", f"{name}[{key}] = {name}.get({key}, 0) + 1", f"{name}.update({self.literal('dsi')})",
                              f"print({name}.pop({key}, None), {name})", f"print({name}.setdefault({key}, {value}))", f"{name}.update(z={value})", f"{name} |= {self.literal('dsi')}", f"{name}.clear()"]
                             + ([f"del {name}[{key}]", f"{name}[{key}] += 1", f"print({name}.popitem())", f"{name}.pop({key})"] if self.risk else []))
        elif t == "dis":
            key = self.pick(INTS[:14])
            text = self.pick([f"{name}[{key}] = {self.bounded('str', e('str', 1))}", f"{name}.setdefault({key}, 'new')", f"print({name}.pop({key}, 'gone'))", f"{name}.update({self.literal('dis')})"]
                             + ([f"del {name}[{key}]", f"{name}[{key}] += 'x'", f"{name}[[{key}]] = 'y'"] if self.risk else []))
        else:
            value = self.bounded(item, e(item, 1))
            text = self.pick([f"{name}.append({value})", f"{name}.insert({self.pick(['0', '-1', '1', '99'])}, {value})", f"{name}.extend({self.literal(t)})", f"{name}.reverse()", f"{name} = [{value}]; {name}.clear()",
                              f"{name}[{self.pick(['1:1', ':1', '2:', '-1:', '1:3'])}] = {self.literal(t)}", f"del {name}[{self.pick([':1', '-1:', '1:2', '::2', '5:'])}]",
                              f"{name}[:1] = [{value}] * {self.below(3)}"]
                             + ([f"{name}.sort({self.pick(['', 'reverse=True'])})"] if t != "lm" or self.risk else [])
                             + ([f"{name}[{self.small(1)}] = {value}", f"print({name}.pop({self.pick(['', '0', '-1', '2'])}))", f"{name}.remove({value})", f"del {name}[{self.small(1)}]",
                                 f"{name}[::2] = {self.literal(t)}", f"print({name}.index({value}))"] if self.risk else []))
        self.put(depth, text)

    def branch(self, depth, budget):
        self.put(depth, f"if {self.expr(self.pick(['bool', 'bool', 'int', 'str', 'li']))}:")
        self.block(depth + 1, budget)
        while self.chance(0.3):
            self.put(depth, f"elif {self.expr('bool')}:")
            self.block(depth + 1, budget)
        if self.chance(0.6):
            self.put(depth, "else:")
            self.block(depth + 1, budget)

    def loop(self, depth, budget):
        k = self.below(9)
        fixed = []

        def known(t):
            name = self.fresh(t)
            fixed.append((t, name))
            return name
        if k == 0:
            name = known("int")
            self.put(depth, f"{name} = {1 + self.below(6)}")
            condition = f"{name} > 0" + (f" and {self.expr('bool')}" if self.chance(0.4) else "")
            self.put(depth, f"while {condition}:")
            self.put(depth + 1, f"{name} -= 1")
        elif k == 1:
            iterable = self.expr("str", 1)
            self.put(depth, f"for {known('str')} in {iterable}[:6]:")
        elif k == 2:
            iterable = self.expr("li", 1)
            self.put(depth, f"for {known('int')} in {iterable}[:5]:")
        elif k == 3:
            iterable = self.expr("ls", 1)
            self.put(depth, f"for {known('int')}, {known('str')} in enumerate({iterable}[:5]):")
        elif k == 4:
            iterable = self.expr("dsi", 1)
            self.put(depth, f"for {known('str')}, {known('int')} in list({iterable}.items())[:5]:")
        elif k == 5:
            first, second = self.expr("li", 1), self.expr("str", 1)
            self.put(depth, f"for {known('int')}, {known('str')} in zip({first}[:5], {second}):")
        elif k == 6:
            iterable = self.expr("dsi", 1)
            self.put(depth, f"for {known('str')} in sorted({iterable})[:5]:")
        else:
            self.put(depth, f"for {known('int')} in range({self.pick(['', '1, ', '-2, ', '2, '])}{self.small(1)}{self.pick(['', '', ', 2', ', -1']) if k == 7 else ''}):"
                     .replace("range(" + str(0) + ", -1)", "range(3, 0, -1)"))
        if self.lines[-1].count("range(") and ", -1)" in self.lines[-1] and self.lines[-1].split("range(")[1].count(",") == 1:
            self.lines[-1] = self.lines[-1].replace("range(", "range(5, ")
        for t, name in fixed:
            self.fixed[t].append(name)
        self.in_loop += 1
        self.loops += 1
        if self.chance(0.3):
            self.put(depth + 1, f"if {self.expr('bool')}:")
            if self.chance(0.5):
                self.print(depth + 2)
            self.put(depth + 2, self.pick(["break", "continue"]))
        self.block(depth + 1, budget)
        if self.chance(0.3):
            self.put(depth + 1, f"print({fixed[0][1]}, end=' ')")
        self.in_loop -= 1
        self.loops -= 1
        for t, name in fixed:
            self.fixed[t].remove(name)
        if self.chance(0.25):
            self.put(depth, "else:")
            self.block(depth + 1, 1)

    def attempt(self, depth, budget):
        risk = self.risk
        self.put(depth, "try:")
        self.risk = 0.12
        self.block(depth + 1, budget + 1)
        if self.chance(0.15):
            self.put(depth + 1, self.pick([f"assert {self.expr('bool')}, {self.expr('str')}", f"raise {self.pick(ERRORS[:9])}({self.expr(self.pick(['str', 'int', 'tis']))})",
                                           f"assert {self.expr('bool')}", f"raise {self.pick(ERRORS[:9])}", f"print(undefined_{self.counter})", f"print(({self.atom('int')}).upper())",
                                           f"{self.atom('str')}.append({self.atom('int')})", f"{self.atom('tis')}[0] = 1", f"for q in {self.atom('int')}: print(q)", f"u, v = {self.atom('li')}"]))
        self.risk = risk
        if self.chance(0.1):
            self.put(depth, "finally:")
            self.block(depth + 1, 1)
            return
        # A handler that does not match lets the error go on; mostly a last one takes them all.
        kinds = [self.pick(ERRORS) for _ in range(self.below(3))]
        for kind in kinds:
            self.put(depth, f"except {kind if self.chance(0.7) else '(' + kind + ', ' + self.pick(ERRORS) + ')'}{self.pick(['', ' as err', ' as err'])}:")
            named = self.lines[-1].endswith("err:")
            self.put(depth + 1, f"print({self.pick(['repr(err)', 'err', 'str(err), err.args', 'type(err), err']) if named else repr(kind)})")
            if named and self.wild and self.chance(0.1):
                self.put(depth + 1, self.pick(["raise", "raise RuntimeError('again') from err", "raise KeyError(str(err)) from None"]))
        if not kinds or not self.wild or self.chance(0.7):
            self.put(depth, self.pick(["except Exception as err:", "except Exception as err:", "except BaseException as err:"]))
            self.put(depth + 1, self.pick(["print('caught', repr(err))", "print('caught', err)", "print(type(err), err)"]))
            if self.chance(0.3):
                self.block(depth + 1, 1)
        if self.chance(0.25):
            self.put(depth, "else:")
            self.block(depth + 1, 1)
        if self.chance(0.25):
            self.put(depth, "finally:")
            self.block(depth + 1, 1)

    def statement(self, depth, budget):
        k = self.below(100)
        if budget > 0 and depth < 4:
            if k < 9:
                return self.branch(depth, budget)
            if k < 17 and self.in_loop < 2:
                return self.loop(depth, budget)
            if k < (21 if self.in_function else 26):
                return self.attempt(depth, budget)
        if k < 48:
            self.assign(depth)
        elif k < 57:
            self.augmented(depth)
        elif k == 57:
            name = self.fresh(t := self.some_type())
            self.put(depth, f"{name} = {self.expr(t)}")
            self.put(depth, f"print({name})")
            self.put(depth, f"del {name}")
        elif k == 58 and self.in_function and depth > 1:
            self.put(depth, f"return {self.bounded(self.result, self.expr(self.result))}")
        elif k < 64:
            self.unpack(depth)
        elif k < 74:
            self.mutate(depth)
        elif k < 76 and self.loops and depth > 1:
            self.put(depth, f"if {self.expr('bool', 1)}: {self.pick(['continue', 'break'])}")
        else:
            self.print(depth)

    def function(self):
        name = self.pick(["mix", "calc", "join_up", "step", "fold"]) + str(len(self.functions))
        result = self.some_type()
        self.result = result
        outer, self.pool = self.pool, {t: [] for t in TYPES}
        fixed = self.fixed
        self.fixed = {t: list(names) for t, names in outer.items()} if self.chance(0.4) else {t: [] for t in TYPES}
        parameters = []
        for i in range(self.below(4)):
            t = self.some_type()
            default = self.literal(t) if self.chance(0.4) or (parameters and parameters[-1][2] is not None) else None
            parameter = self.fresh(t)
            parameters.append((parameter, t, default))
        recursive = self.chance(0.25)
        if recursive:
            parameters.insert(0, ("depth" + str(len(self.functions)), "int", None))
        heads = ", ".join(p if v is None else f"{p}={v}" for p, t, v in parameters)
        self.put(0, f"def {name}({heads}):")
        counter = self.pick(self.counters) if self.counters and self.chance(0.35) else None
        if counter:
            self.put(1, f"global {counter}")
            self.put(1, f"{counter} += {1 + self.below(3)}")
        for p, t, _ in parameters:
            self.pool[t].append(p)
        self.in_function = True
        # What a recursive function assigns is bounded as in a loop.
        loop, self.in_loop = (self.in_loop, self.loops), 1 if recursive else 0
        self.loops = 0
        if recursive:
            depth_name = parameters[0][0]
            self.pool["int"].remove(depth_name)
            self.fixed["int"].append(depth_name)
            self.put(1, f"if {depth_name} <= 0:")
            self.put(2, f"return {self.atom(result)}")
        for _ in range(self.below(4)):
            self.statement(1, 2)
        if self.chance(0.3):
            self.put(1, f"if {self.expr('bool')}:")
            self.put(2, f"return {self.bounded(result, self.expr(result))}")
        if recursive:
            arguments = ", ".join([f"{parameters[0][0]} - 1"] + [self.atom(t) for p, t, v in parameters[1:] if v is None or self.chance(0.5)][:len(parameters) - 1])
            if sum(1 for p, t, v in parameters[1:] if v is None) > arguments.count(",") or any(v is not None for p, t, v in parameters[1:]):
                arguments = ", ".join([f"{parameters[0][0]} - 1"] + [f"{p}={self.atom(t)}" for p, t, v in parameters[1:]])
            self.put(1, f"deeper = {name}({arguments})")
            self.put(1, f"print({self.pick(self.pool[result] + ['deeper'])}, end=' ')")
            value = f"(deeper, {self.expr(result, 1)})[{self.below(2)}]"
        else:
            value = self.bounded(result, self.expr(result))
        self.put(1, f"return {value}")
        self.in_function = False
        self.in_loop, self.loops = loop
        self.pool, self.fixed = outer, fixed
        self.functions.append((name, parameters, result))

    def write(self):
        self.counters = []
        self.put(0, "import math")
        if self.chance(0.2):
            self.put(0, "import sys")
        for t in ("int", "str", "li", "float", "dsi"):
            name = self.fresh(t)
            self.put(0, f"{name} = {self.literal(t)}")
            self.pool[t].append(name)
        for i in range(self.below(3)):
            self.counters.append("count" + str(i))
            self.put(0, f"count{i} = 0")
        for _ in range(self.below(4)):
            self.function()
            if len(self.lines) > 18:
                break
        target = len(self.lines) + 5 + self.below(14)
        while len(self.lines) < target:
            self.statement(0, 3)
        names = [n for t in TYPES for n in self.pool[t]] + self.counters
        for i in range(0, len(names), 6):
            self.put(0, f"print({', '.join(names[i:i + 6])})")
        if "import sys" in self.lines:
            self.put(0, self.pick(["print('error text', file=sys.stderr)", "sys.exit(3)", "sys.exit('the end')", "sys.exit()", "sys.stdout.write('written\\n')", "print(len(sys.argv), file=sys.stdout)"]))
        elif self.chance(0.04):
            self.put(0, self.pick(["print(1 / 0)", "raise ValueError('last', 5)", "raise SystemExit(7)", "assert 0, 'end'", "print(n1.upper())", "print([1][n1 + 9])", "raise KeyError('k')"]))
        return "\n".join(self.lines) + "\n"


def program(seed):
    return Program(seed).write()


def main():
    seed = int(sys.argv[1])
    for s in range(seed, seed + (int(sys.argv[2]) if len(sys.argv) > 2 else 1)):
        print(f"# ---- {s}")
        print(program(s), end="")


if __name__ == "__main__":
    main()
