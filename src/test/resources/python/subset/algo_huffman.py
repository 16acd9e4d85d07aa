def build(text):
    counts = {}
    for c in text:
        counts[c] = counts.get(c, 0) + 1
    nodes = [(n, c, None, None) for c, n in counts.items()]
    while len(nodes) > 1:
        nodes.sort(key=lambda node: (node[0], node[1]))
        a, b = nodes[0], nodes[1]
        nodes = nodes[2:] + [(a[0] + b[0], min(a[1], b[1]), a, b)]
    return nodes[0]
codes = {}
def assign(node, prefix):
    if node[2] is None:
        codes[node[1]] = prefix or "0"
        return
    assign(node[2], prefix + "0")
    assign(node[3], prefix + "1")
def decode(bits):
    back = {v: k for k, v in codes.items()}
    out = ""
    word = ""
    for b in bits:
        word += b
        if word in back:
            out += back[word]
            word = ""
    return out
for text in ("abracadabra", "aaaa", "this is an example of a huffman tree", "日本日日"):
    codes = {}
    assign(build(text), "")
    bits = "".join(codes[c] for c in text)
    print(repr(text), len(bits), bits[:60])
    for c in sorted(codes, key=lambda c: (len(codes[c]), codes[c])):
        print("  ", repr(c), codes[c], text.count(c))
    print(decode(bits) == text)
