texts = ["a\nb\nc", "a\r\nb\rc\n", "\n", "", "one", "x\n\ny\n\n", "a\x0bb\x0cc", "a\x1cb\x1dc\x1ed", "p\x85q\u2028r\u2029s", "end\r\n"]
for t in texts:
    print(repr(t), t.splitlines(), t.splitlines(True), t.splitlines(keepends=True), t.split("\n"), len(t))
poem = """Roses are red,
  violets are blue,
\tsugar is sweet\\
and so on."""
for number, line in enumerate(poem.splitlines(), 1):
    print(number, repr(line), len(line), line.strip(), line.expandtabs(4))
print(poem.count("\n"), poem.find("\\"), 'single \
joined', """a
b""" == "a\nb")
