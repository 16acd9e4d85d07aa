# Heaps and binary searches, in a scheduler and a table of grades.
import bisect
import heapq

heap = []
for item in [5, 3, 8, 1, 9, 2]:
    heapq.heappush(heap, item)
print(heap, heapq.heappushpop(heap, 0), heapq.heapreplace(heap, 7), [heapq.heappop(heap) for _ in range(3)])
numbers = [(i * 7919) % 1000 for i in range(300)]
heapq.heapify(numbers)
print(all(numbers[i] <= numbers[j] for i in range(300) for j in (2 * i + 1, 2 * i + 2) if j < 300))
print(heapq.nlargest(4, numbers), heapq.nsmallest(3, "heap sort".split() + ["a"], key=len))
print(list(heapq.merge([1, 4, 7], [2, 5], [3, 6, 8])), list(heapq.merge("ca", "db", reverse=True)))
cuts = [60, 70, 80, 90]
print("".join("FDCBA"[bisect.bisect(cuts, s)] for s in (33, 60, 69, 70, 89, 90, 100)))
print(bisect.bisect_left(cuts, 80), bisect.bisect_right(cuts, 80), bisect.bisect(cuts, 85, key=lambda c: c + 10))
for score in (75, 60, 95):
    bisect.insort(cuts, score)
print(cuts)


def shortest(graph, start):
    distance, queue = {start: 0}, [(0, start)]
    while queue:
        d, node = heapq.heappop(queue)
        for to, cost in graph[node]:
            if d + cost < distance.get(to, 1e9):
                distance[to] = d + cost
                heapq.heappush(queue, (d + cost, to))
    return distance


graph = {"a": [("b", 7), ("c", 3)], "b": [("d", 2)], "c": [("b", 1), ("d", 8)], "d": []}
print(shortest(graph, "a"))
grid = {(x, y): [((x + dx, y + dy), (x * 3 + y * 5) % 7 + 1) for dx, dy in ((0, 1), (1, 0)) if x + dx < 20 and y + dy < 20]
        for x in range(20) for y in range(20)}
print(shortest(grid, (0, 0))[19, 19])
