roads = [("A", "B", 4), ("A", "C", 1), ("C", "B", 2), ("B", "D", 5), ("C", "D", 8), ("D", "E", 3), ("F", "G", 1)]
graph = {}
for a, b, w in roads:
    graph.setdefault(a, []).append((b, w))
    graph.setdefault(b, []).append((a, w))
def shortest(start):
    distance = {start: 0}
    before = {}
    queue = [(0, start)]
    while queue:
        queue.sort()
        d, node = queue.pop(0)
        if d > distance[node]:
            continue
        print("visit", node, d)
        for other, w in graph[node]:
            if other not in distance or d + w < distance[other]:
                distance[other] = d + w
                before[other] = node
                queue.append((d + w, other))
    return distance, before
distance, before = shortest("A")
print(distance, before)
for node in sorted(graph):
    if node not in distance:
        print(node, "unreachable")
        continue
    path = [node]
    while path[-1] in before:
        path.append(before[path[-1]])
    print(node, distance[node], " > ".join(reversed(path)))
inf = float("inf")
names = sorted(graph)
table = [[0 if a == b else min([w for o, w in graph[a] if o == b], default=inf) for b in names] for a in names]
for k in range(len(names)):
    for i in range(len(names)):
        for j in range(len(names)):
            table[i][j] = min(table[i][j], table[i][k] + table[k][j])
for n, row in zip(names, table):
    print(n, row)
