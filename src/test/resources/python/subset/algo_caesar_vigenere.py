def shift(c, n):
    if "a" <= c <= "z":
        return chr((ord(c) - ord("a") + n) % 26 + ord("a"))
    if "A" <= c <= "Z":
        return chr((ord(c) - 65 + n) % 26 + 65)
    return c
def caesar(text, n):
    return "".join(shift(c, n) for c in text)
def vigenere(text, key, sign=1):
    out = []
    i = 0
    for c in text:
        if c.isalpha() and c.isascii():
            out.append(shift(c, sign * (ord(key[i % len(key)]) - ord("a"))))
            i += 1
        else:
            out.append(c)
    return "".join(out)
message = "Attack at Dawn, Zürich 7:00!"
for n in (0, 1, 3, 13, 25, 26, -5, 100):
    coded = caesar(message, n)
    print(n, coded, caesar(coded, -n) == message)
for key in ("lemon", "a", "zyx"):
    coded = vigenere(message, key)
    print(key, coded, vigenere(coded, key, -1))
secret = caesar("the quick brown fox", 7)
for n in range(26):
    guess = caesar(secret, -n)
    if "quick" in guess:
        print(n, guess)
