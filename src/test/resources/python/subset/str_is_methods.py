chars = ["a", "Z", "5", " ", "", "\t", "\n", "_", "é", "ß", "日", "²", "½", "٣", "Ⅷ", "😀", "\u00a0", "\u200b", "\x00", "\x7f", "ª", "ǅ", "一", "-", "a1", "1a", "a b", "\u2028"]
for c in chars:
    row = [c.isalpha(), c.isdigit(), c.isdecimal(), c.isnumeric(), c.isalnum(), c.isspace(), c.isupper(), c.islower(), c.istitle(), c.isidentifier(), c.isprintable(), c.isascii()]
    print(ascii(c), "".join("1" if r else "0" for r in row))
for w in ("hello", "Hello", "HELLO", "class", "a_1", "1a", "Hello World", "Hello world", "A1B", "éa", "x-y", "日本"):
    print(w, w.isalpha(), w.isalnum(), w.isidentifier(), w.istitle(), w.isupper(), w.islower(), w.isascii())
