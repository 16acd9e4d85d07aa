# Compiled code can be looked at, changed and run again.
def f(a, b=1, *c, d, **e):
    x = a + b
    return [x, c, d, e]


code = f.__code__
print(code.co_name, code.co_argcount, code.co_kwonlyargcount, code.co_varnames, code.co_flags & 0x0C)
print(code.co_consts, code.co_names, code.co_firstlineno)
g = type(f)(code.replace(co_name="g"), {}, "g", (10,))
print(g(1, d=2), g.__name__, g.__defaults__)
c = compile("a * 2 if a else b", "expression", "eval")
print(eval(c, {"a": 4}), eval(c, {"a": 0, "b": "b"}), c.co_names, c.co_filename)
space = {}
exec(compile("def h(n):\n  return n and n * h(n - 1) or 1", "made", "exec"), space)
print(space["h"](10), space["h"].__code__.co_filename)
print([line for _, _, line in f.__code__.co_lines() if line] != [])
method = "text".upper
print(method.__self__, method.__name__, type(method).__name__, str.upper(method.__self__))
exec(compile("print(__debug__, __name__ == '__main__')", "x", "exec", optimize=0))
