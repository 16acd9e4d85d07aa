# Words counted, ordered and drawn as bars.
import re
from collections import Counter

text = """Time is what the clock shows, and sand is what the glass shows; the clock counts, the glass pours.
Who turns the glass begins again, and what was past lies above, and waits, and falls, grain by grain."""
words = re.findall(r"[a-z]+", text.lower())
counts = Counter(words)
for word, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:8]:
    print(f"{word:>8} {'#' * n} {n / len(words):6.2%}")
print(len(words), len(counts), max(words, key=len), f"{sum(map(len, words)) / len(words):.3f}")
letters = Counter(c for w in words for c in w)
print("".join(c for c, _ in sorted(letters.items(), key=lambda i: (-i[1], i[0]))))
print(Counter(a + b for w in words for a, b in zip(w, w[1:])).most_common(1))
