words = "listen silent enlist google elbow below state taste night thing inch chin study dusty".split()
groups = {}
for w in words:
    groups.setdefault("".join(sorted(w)), []).append(w)
for key, group in groups.items():
    print(key, group, len(group))
print(sorted((g for g in groups.values() if len(g) > 1), key=lambda g: (-len(g), g[0])))
def anagrams(a, b):
    return sorted(a.replace(" ", "").lower()) == sorted(b.replace(" ", "").lower())
print(anagrams("Dormitory", "dirty room"), anagrams("a", "b"), anagrams("", " "))
def pangram(text):
    return [c for c in "abcdefghijklmnopqrstuvwxyz" if c not in text.lower()]
print(pangram("The quick brown fox jumps over the lazy dog"), pangram("Hello World"))
vowels = {v: sum(w.count(v) for w in words) for v in "aeiou"}
print(vowels, max(vowels, key=lambda v: vowels[v]), sum(vowels.values()))
print([w for w in words if len(w) == 5 and w[0] in "nst"], [a + "-" + b for a, b in zip(words[::2], words[1::2])])
def pig(w):
    i = 0
    while i < len(w) and w[i] not in "aeiou":
        i += 1
    return w[i:] + w[:i] + "ay" if i else w + "way"
print(" ".join(pig(w) for w in words))
