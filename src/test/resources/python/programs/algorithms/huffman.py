# Huffman codes: built, used, undone.
import heapq
from collections import Counter

text = "the sand in the glass runs down, and the glass is turned, and the sand runs down again"
heap = [(n, i, c) for i, (c, n) in enumerate(sorted(Counter(text).items()))]
heapq.heapify(heap)
order = len(heap)
while len(heap) > 1:
    a, b = heapq.heappop(heap), heapq.heappop(heap)
    heapq.heappush(heap, (a[0] + b[0], order, (a[2], b[2])))
    order += 1


def codes(tree, prefix=""):
    if isinstance(tree, str):
        yield tree, prefix or "0"
    else:
        yield from codes(tree[0], prefix + "0")
        yield from codes(tree[1], prefix + "1")


table = dict(codes(heap[0][2]))
bits = "".join(table[c] for c in text)
back, tree = [], heap[0][2]
node = tree
for bit in bits:
    node = node[int(bit)]
    if isinstance(node, str):
        back.append(node)
        node = tree
print(sorted(table.items(), key=lambda item: (len(item[1]), item)))
print(len(bits), len(text) * 8, "".join(back) == text)
