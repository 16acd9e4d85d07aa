def encode(text):
    out = []
    i = 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        out.append((text[i], j - i))
        i = j
    return out
def pack(text):
    return "".join((str(n) if n > 1 else "") + c for c, n in encode(text))
def unpack(text):
    out = ""
    n = ""
    for c in text:
        if c.isdigit():
            n += c
        else:
            out += c * int(n or "1")
            n = ""
    return out
for t in ("aaabccddddd", "", "abc", "zzzzzzzzzzzz", "日日本", "  x  "):
    p = pack(t)
    print(repr(t), encode(t), repr(p), unpack(p) == t)
s = "1"
for i in range(12):
    print(i, s)
    s = "".join(str(n) + c for c, n in encode(s))
print(len(s))
picture = ["..####..", ".#....#.", "#.#..#.#", "#......#", ".#....#.", "..####.."]
for line in picture:
    print(line, pack(line), sum(n for c, n in encode(line) if c == "#"))
