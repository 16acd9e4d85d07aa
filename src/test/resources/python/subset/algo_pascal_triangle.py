def triangle(n):
    rows = [[1]]
    for i in range(n - 1):
        last = rows[-1]
        rows.append([1] + [a + b for a, b in zip(last, last[1:])] + [1])
    return rows
rows = triangle(12)
width = len(" ".join(str(x) for x in rows[-1]))
for r in rows:
    print(" ".join(str(x) for x in r).center(width).rstrip())
for r in triangle(16):
    print("".join("*" if x % 2 else " " for x in r).center(32).rstrip())
print(triangle(101)[100][50], [sum(r) for r in rows])
catalan = [1]
for n in range(1, 40):
    catalan.append(sum(catalan[i] * catalan[n - 1 - i] for i in range(n)))
print(catalan)
bell = [[1]]
for i in range(12):
    row = [bell[-1][-1]]
    for x in bell[-1]:
        row.append(row[-1] + x)
    bell.append(row)
print([b[0] for b in bell])
