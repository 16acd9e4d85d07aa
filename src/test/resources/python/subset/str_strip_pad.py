texts = ["  hi  ", "xxhixx", "\t\n a b \r\n", "", "   ", "hello", "\u3000wide\u00a0", "abcba"]
for t in texts:
    print(repr(t.strip()), repr(t.lstrip()), repr(t.rstrip()), repr(t.strip("x")), repr(t.lstrip("ab ")), repr(t.rstrip("abc ")), repr(t.strip("")), repr(t.strip(None)))
for w in ("", "a", "ab", "abc", "日本", "-5", "+7", "--1"):
    for n in (-1, 0, 3, 4, 6):
        print(repr(w.center(n)), repr(w.ljust(n)), repr(w.rjust(n)), repr(w.zfill(n)), repr(w.center(n, "*")), repr(w.ljust(n, ".")), repr(w.rjust(n, "é")))
for fill in ("", "ab"):
    try:
        print("x".center(5, fill))
    except TypeError as e:
        print(e)
print("prefix-body".removeprefix("prefix"), "prefix-body".removesuffix("body"), "aaa".removeprefix("aa"), "abc".removeprefix("x"), "abc".removesuffix(""))
print(repr("a\tb\tc".expandtabs()), repr("a\tb\tc".expandtabs(4)), repr("abcd\te\n\tx".expandtabs(4)), repr("\t".expandtabs(0)), repr("12345678\t9".expandtabs(8)))
