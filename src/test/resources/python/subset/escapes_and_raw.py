print("a\
b", "tab\there", 'quote\'s', "dq\"s", "\\n", "\x41\x7a", "\101\060", "\u00e9\U0001f600", "\N{SNOWMAN}", len("bell\a"))
print(r"raw\n\t\x41", R'raw\'quote', r"\\", rf"{1 + 1}\n", fr'{"x"}\d')
print(repr("\0"), repr("\1a"), repr("\x80"), len("\r\n\t\v\f\b\a"), repr("\r\n\t\v\f\b\a"))
print("""a
  b\tc\\
'''d'''""")
print('''x"y"z''', """'""", '"', "'", "" '' "", "a" 'b' "c")
print("%s %s" % ("\n".join(["1", "2"]), "\t|"), "{}\\{}".format("a", "b"), f"{'a'}\\{'b'}\t|{chr(92)}")
for s in ("\\", "\\\\", "\"", "'", "'\"", "\n'", "é\\é"):
    print(s, repr(s), len(s), ascii(s), s[::-1])
def eval_free(s):
    return s
print(eval_free("done"), "last \
line")
