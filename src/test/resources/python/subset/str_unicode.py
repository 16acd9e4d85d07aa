s = "naïve café — 日本語 Ελληνικά русский 😀👍🏽 e\u0301"
print(len(s), s.upper(), s.lower(), s.title())
for i, c in enumerate(s):
    if ord(c) > 127:
        print(i, c, hex(ord(c)), c.isalpha(), c.isupper(), c.upper(), s.find(c), s.count(c))
print(s.split(), s[::-1], s[6:10], "日" in s, s.index("語"), s.replace("é", "e"), s.center(60, "·"))
print(sorted(s.split()), max(s), min(s))
print("é" == "e\u0301", len("é"), len("e\u0301"), "é" < "f", "Z" < "a" < "é" < "日" < "😀")
naïve = 3
été = naïve + 1
print(naïve, été)
print("%s|%5s|%-5s|" % ("日本", "日", "é"), f"{'日本':>6}|{'é':^5}|{'😀':*<4}|")
