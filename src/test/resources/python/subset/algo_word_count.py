text = """It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness;
it was the epoch of belief -- it was the epoch of incredulity."""
counts = {}
for word in text.lower().replace(",", " ").replace(";", " ").replace(".", " ").replace("-", " ").split():
    counts[word] = counts.get(word, 0) + 1
for word, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
    print(f"{word:12} {n:3} {'#' * n}")
letters = {}
for c in text:
    if c.isalpha():
        letters[c.lower()] = letters.get(c.lower(), 0) + 1
total = sum(letters.values())
for c in sorted(letters, key=lambda c: (-letters[c], c))[:8]:
    print(f"{c} {letters[c]:4} {letters[c] / total:7.2%}")
by_length = {}
for w in counts:
    by_length.setdefault(len(w), []).append(w)
for n in sorted(by_length):
    print(n, sorted(by_length[n]))
print(total, len(text.split()), len(text.splitlines()), max(counts, key=len))
