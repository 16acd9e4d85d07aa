parts = ["plain", "it's", 'say "hi"', "both ' and \"", "back\\slash", "tab\tnew\nret\r", "\x00\x01\x1f\x7f", "\x80\x9f\xa0\xad", "é ñ ü", "日本語", "😀🎉", "\u200b\u2028\ufeff", "\ud7ff\ue000", "\U0010ffff\U000e0001", "\a\b\f\v", "\N{BULLET}\N{GREEK SMALL LETTER ALPHA}", "a\
b", "\101\60\7", "\x41\u0042\U00000043", r"raw\n\t", R'\d+\'', "", "\u0378\u0300", "\u00ff\u0100"]
for p in parts:
    print(repr(p), ascii(p), len(p), [p], (p,), {p: p})
    print(f"{p!r:>20}|{p!a}|{p!s:.3}")
print(repr("'"), repr('"'), repr("\\"), repr("'\""), repr("\n'"), repr('"\''))
print([ord(c) for c in "aé日😀\n"], [chr(n) for n in (0, 65, 233, 0x65e5, 0x1f600, 0x10ffff)])
