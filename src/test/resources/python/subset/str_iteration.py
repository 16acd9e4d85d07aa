s = "hello wörld"
for c in s:
    print(c, end=".")
print()
print(list(s), tuple("ab"), [c for c in s if c not in "lo"], dict(enumerate("xyz")), list(zip(s, range(3))), list(reversed(s)), sorted(s), max(s), min(s))
vowels = 0
for i in range(len(s)):
    if s[i] in "aeiouö":
        vowels += 1
        print(i, s[i], s[:i] + s[i].upper() + s[i + 1:])
print(vowels, all(c.isalpha() for c in s), any(c.isspace() for c in s), sum(1 for c in s if c == "l"), len([c for c in s]))
a, b, c = "xyz"
print(a, b, c)
(d, e), f = "pq", "r"
print(d, e, f)
letters = {}
for c in s:
    letters[c] = letters.get(c, 0) + 1
print(letters, sorted(letters.items(), key=lambda p: (-p[1], p[0])))
