"""Writes errors.tsv: what CPython 3.12 says of each of the broken sources in broken.txt.

Run it with CPython 3.12, in this folder. Sources in broken.txt end at a line of three dashes. Each
line of errors.tsv is a source with its line breaks, tabs and backslashes escaped, the line, the
column, and the message.
"""

import sys
import warnings

assert sys.version_info[:2] == (3, 12), sys.version
warnings.simplefilter("ignore")


def escape(source):
    for plain, escaped in (("\\", "\\\\"), ("\n", "\\n"), ("\t", "\\t"), ("\f", "\\f")):
        source = source.replace(plain, escaped)
    return source


with open("broken.txt", encoding="utf-8") as file:
    sources = file.read().split("\n---\n")
with open("errors.tsv", "w", encoding="utf-8") as table:
    for source in sources:
        if not source.strip("\n"):
            continue
        source = source.lstrip("\n").replace("<TAB>", "\t").replace("<FF>", "\f")
        try:
            compile(source + "\n", "broken.py", "exec", dont_inherit=True)
        except SyntaxError as error:
            line, column = error.lineno, error.offset
            print(escape(source), line, column, error.msg, sep="\t", file=table)
        else:
            print("not broken:", source, file=sys.stderr)
