words = ["hello world", "HELLO", "Hello World", "it's a dog's life", "straße", "ÀÉÎ ñandú", "ΑΣΣΟΣ", "123abc", "", "mIxEd cAsE", "ǆ ﬁne", "İstanbul", "a-b_c d", "ὀδυσσεύς"]
for w in words:
    print(repr(w), w.upper(), w.lower(), w.title(), w.capitalize(), w.swapcase(), w.casefold())
    print(w.isupper(), w.islower(), w.istitle(), len(w.upper()), len(w.lower()))
print("ß".upper(), "ŉ".upper(), "ﬃ".title(), "ǅ".lower(), "ǅ".upper(), "ǆ".capitalize(), "Σ".lower(), "ΣΑ".lower(), "ΑΣ".lower(), "ΑΣ.".lower())
