def change(items, value):
    items.append(value)
    items = [0]
    items.append(value)
    return items
a = [1, 2]
b = a
c = a[:]
d = list(a)
e = a.copy()
print(change(a, 9), a, b, c, d, e)
a = a + [5]
print(a, b)
b += (7, 8)
b *= 2
print(b)
x = y = []
x.append(1)
print(x, y, x == y)
row = [0, 0]
m = [row, row[:]]
m[0][0] = 1
print(m, row)
a[1:3], b[0] = ["p", "q", "r"], a
print(a, b)
a[0] = "changed"
print(b[0], len(b))
for item in a:
    if len(a) < 9:
        a.append(item)
print(a)
items = [1, 2, 3, 4, 5, 6]
for i in items:
    items.remove(i)
print(items)
