text = "the quick brown fox jumps over the lazy dog the end"
words = text.split()
print(len(words), words.count("the"), words.index("fox"), "dog" in words, "do" in words, "do" in text)
for w in words:
    print(w.ljust(6, "."), w.rjust(6), w.center(7, "*"), w[0].upper() + w[1:], w[-1], w > "lazy", len(w))
longest = max(words, key=len)
print(longest, min(words, key=len), sorted(words, key=len), sorted(words, key=lambda w: (len(w), w)), sorted(words, reverse=True))
print(" ".join(words[::-1]), " ".join(w[::-1] for w in words), text.title(), text.replace("the", "a", 2))
print({w: words.count(w) for w in words})
print([w for w in words if w == w[::-1]], [i for i, w in enumerate(words) if w.startswith("t")])
