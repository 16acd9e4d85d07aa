# Wrapping, filling, indenting, dedenting, shortening.
import textwrap

text = ("Sand runs from the upper glass to the lower, grain by grain, and a well-made glass "
        "measures the same hour  every time; extraordinarily-long-compound-words are broken.")
print(textwrap.fill(text, 30))
print(textwrap.fill(text, 24, initial_indent="* ", subsequent_indent="  ", break_on_hyphens=False))
print(textwrap.wrap("abcdefghijkl", 5), textwrap.wrap("abcdefghijkl", 5, break_long_words=False), textwrap.wrap(""))
print(textwrap.shorten(text, 40), textwrap.shorten(text, 40, placeholder=" [more]"))
print(repr(textwrap.dedent("\n    one\n      two\n\n    three\n   ")), repr(textwrap.indent("a\n\nb\n", "> ")))
print(textwrap.indent("a\n\nb", "> ", lambda line: True), textwrap.wrap(text, 60, max_lines=2))
print(textwrap.wrap("tab\there  x", 20, tabsize=4), textwrap.wrap("a  b", 9, drop_whitespace=False))
try:
    textwrap.wrap("x", 0)
except ValueError as e:
    print(e)
