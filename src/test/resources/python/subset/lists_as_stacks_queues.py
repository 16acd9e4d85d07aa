stack = []
for token in "a b + c d * - e".split():
    if token in "+-*":
        b, a = stack.pop(), stack.pop()
        stack.append("(" + a + token + b + ")")
    else:
        stack.append(token)
    print(token, stack)
queue = [(1, "first")]
seen = []
while queue and len(seen) < 12:
    n, path = queue.pop(0)
    seen.append(n)
    if n * 2 not in seen:
        queue.append((n * 2, path + ">double"))
    if (n - 1) % 3 == 0 and n > 4:
        queue.insert(0, ((n - 1) // 3, path + ">third"))
    print(n, path, len(queue))
print(seen, stack, stack[-1][::-1])
ring = list("abcdef")
while len(ring) > 1:
    ring = ring[3 % len(ring):] + ring[:3 % len(ring)]
    print("out", ring.pop(0), ring)
two = [[], []]
for i in range(10):
    two[i % 2].insert(len(two[i % 2]) // 2, i)
print(two, two[0] + two[1][::-1], [a * b for a, b in zip(two[0], two[1])])
rotate = [1, 2, 3, 4, 5]
for i in range(4):
    rotate.append(rotate.pop(0))
    rotate[0], rotate[-1] = rotate[-1], rotate[0]
    print(rotate, rotate.index(3), max(rotate[:2]), sum(rotate[i:]))
