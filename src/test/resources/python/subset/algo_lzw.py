def compress(text):
    table = {chr(i): i for i in range(256)}
    word = ""
    out = []
    for c in text:
        if word + c in table:
            word += c
        else:
            out.append(table[word])
            table[word + c] = len(table)
            word = c
    if word:
        out.append(table[word])
    return out
def decompress(codes):
    table = {i: chr(i) for i in range(256)}
    word = out = chr(codes[0])
    for k in codes[1:]:
        if k in table:
            entry = table[k]
        elif k == len(table):
            entry = word + word[0]
        else:
            raise ValueError(f"bad code {k}")
        out += entry
        table[len(table)] = word + entry[0]
        word = entry
    return out
for t in ("TOBEORNOTTOBEORTOBEORNOT", "aaaaaaaaaaaaaaaa", "x", "été à la plage"):
    c = compress(t)
    print(repr(t), len(t), len(c), c, decompress(c) == t)
try:
    decompress([65, 999])
except ValueError as e:
    print(e)
try:
    compress("日本")
except KeyError as e:
    print("no code for", e)
