# Text methods on ordinary and on awkward text.
s = "  The quick  brown\tfox\n"
print(s.split(), s.strip().split(" "), s.rsplit(None, 1), "a,b,,c".split(",", 2))
print("a-b-c".partition("-"), "a-b-c".rpartition("-"), "abc".partition("x"))
print("one\ntwo\r\nthree\x0bfour\u2028five".splitlines(), "x\n".splitlines(True))
print("ÄÖ straße".upper(), "ÄÖ STRASSE".lower(), "straße".casefold() == "STRASSE".casefold())
print("they're bill's".title(), "hello WORLD".capitalize(), "aBc".swapcase())
print("banana".count("an"), "banana".find("na", 3), "banana".rfind("na"), "banana".replace("a", "o", 2))
print("42".zfill(5), "-42".zfill(5), "x".center(6, "*"), "x".ljust(3) + "|", "x".rjust(3))
print("abc".isalpha(), "١٢".isdigit(), "½".isnumeric(), "½".isdecimal(), "a1_".isidentifier(), " ".isspace())
print("prefix-name".removeprefix("prefix-"), "name.py".removesuffix(".py"), "abc".startswith(("x", "ab")))
print("a\tbc\td".expandtabs(4), "hello".translate(str.maketrans("el", "ip", "o")))
print("-".join(["a", "b"]), "ab" * 3, "b" in "abc", "abc" < "abd", max("hello"), sorted("hello"))
print("naïve"[::-1], len("e\u0301"), "\N{GREEK SMALL LETTER ALPHA}", ascii("é€😀"), "😀"[0] == "\U0001f600")
print(repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("\x00\x7f\xa0\u200b"))
try:
    "abc".index("z")
except ValueError as e:
    print(e)
