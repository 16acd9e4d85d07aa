# What does not compile says where and why.
sources = [
    "x = (1, 2", "def f(:\n pass", "return 1", "for i in range(3)\n pass", "if True:\npass", "x = 'open",
    "a b", "1 = x", "f() = 1", "def f(a, a): pass", "break", "nonlocal x", "class A:\n  x = 1\n y = 2",
    "print 'hello'", "x = 5 +", "lambda: (yield", "{1: 2, **}", "def f(x=1, y): pass", "f(a=1, 2)",
    "async def f():\n  [await x for x in y]\nawait z", "f'{x'", "f'{}'", "0777", "import a.b as c.d", "\tx\n        y",
    "try:\n  pass", "match x:\n  case a: pass\n  case b: pass", "*a = 1", "from __future__ import braces",
    "if x = 1: pass", "x = 1 if 2", "del f()", "[x for x in 1, 2]", "'\\N{no such name}'",
]
for source in sources:
    try:
        compile(source, "here.py", "exec")
        print("compiles", repr(source))
    except SyntaxError as e:
        print(type(e).__name__, e.lineno, e.offset, e.msg)
