# Regular expressions: groups, lookaround, flags, substitution, splitting, errors.
import re

text = "2024-03-15: err 12, 2023-11-02: ok 7"
for m in re.finditer(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)", text):
    print(m.group(), m.groupdict(), m.span("m"), m.lastgroup)
print(re.sub(r"(\d+)-(\d+)", r"\2/\1", text, count=1), re.subn(r"\b[a-z]+\b", lambda m: m[0].upper(), text))
print(re.split(r"([:,])\s*", text), re.findall(r"(?<!\d)\d{1,2}(?!\d)", text))
print(re.match(r"(a)|(b)", "b").groups(), re.fullmatch(r"(?:ab)*?", "abab").end(), re.search("x", "abc"))
print(re.findall(r"(?i:straSSe)|(?s:a.b)", "STRASSE a\nb"), re.findall(r"^\w", "a\nb", re.M))
verbose = re.compile(
    r"""
    (\w+)   # the name
    \s*=\s* # the sign
    (["'])(.*?)\2
    """,
    re.X,
)
print(verbose.search("x  = 'it' ").groups(), verbose.groups, verbose.flags & re.X != 0)
print(re.findall(r"(?>a+)b|\d++x", "aaab 12x"), re.sub(r"(?<=a)(?=b)", "-", "abab"), re.escape("a.b*[c]"))
print(re.findall(r"\bé\w+", "été élan"), re.findall(r"\w+", "été", re.A), re.findall(r"(<)?(\w)(?(1)>)", "<a> b <c"))
scanner = re.compile(r"(\d+)|(\w+)|(\S)")
print([m.lastindex for m in scanner.finditer("a 12 + b2")], re.split("", "ab"), re.sub("x*", "-", "axb"))
for wrong in ("(", "a**", "[z-a]", "(?P<a>x)(?P<a>y)", r"\1", "(?<=a+)b", "x{3,1}", "(?z)"):
    try:
        re.compile(wrong)
    except re.error as e:
        print(e.msg, e.pos)
print(re.match(r"(a+)+$", "a" * 18 + "b"))
