def distance(a, b):
    previous = list(range(len(b) + 1))
    for i, ca in enumerate(a, 1):
        row = [i]
        for j, cb in enumerate(b, 1):
            row.append(min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (ca != cb)))
        previous = row
    return previous[-1]
def common(a, b):
    table = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a)):
        for j in range(len(b)):
            if a[i] == b[j]:
                table[i + 1][j + 1] = table[i][j] + a[i]
            else:
                table[i + 1][j + 1] = max(table[i][j + 1], table[i + 1][j], key=len)
    return table[-1][-1]
pairs = [("kitten", "sitting"), ("", "abc"), ("same", "same"), ("flaw", "lawn"), ("naïve", "naive"), ("intention", "execution"), ("日本語", "日本")]
for a, b in pairs:
    print(f"{a!r:12} {b!r:12} {distance(a, b)} {distance(b, a)} {common(a, b)!r}")
words = "apple apply ape maple people staple".split()
for w in ("appel", "mapel", "pepole"):
    print(w, sorted(words, key=lambda x: (distance(w, x), x))[:3], [distance(w, x) for x in words])
