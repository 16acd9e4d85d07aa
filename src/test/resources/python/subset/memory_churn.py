total = 0
for i in range(300):
    text = "x" * 10000 + str(i)
    items = [j * i for j in range(500)]
    table = {str(j): items[j] for j in range(0, 500, 25)}
    total += len(text) + sum(items) % 1009 + len(table)
    if i % 60 == 0:
        print(i, total, text[-3:], items[-1], list(table)[:2])
big = 1
for i in range(2000):
    big = (big * 1000003 + i) % (10 ** 60)
print(big, total)
nested = None
for i in range(500):
    nested = [nested, i]
depth = 0
while nested is not None:
    nested = nested[0]
    depth += 1
print(depth)
s = ""
for i in range(5000):
    s += chr(97 + i % 26)
print(len(s), s[:30], s.count("abc"), s[-5:])
cycle = []
for i in range(1000):
    c = [i]
    c.append(c)
    cycle = [c, c]
print(cycle[0][0], cycle[1][1][1][0], len(cycle))
