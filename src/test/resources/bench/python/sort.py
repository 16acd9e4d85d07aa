x, values = 12345, []
for _ in range(20000):
    x = (x * 1103515245 + 12345) & 0x7fffffff
    values.append(x)
one = sorted(values)
two = sorted(values, key=lambda v: (v % 1000, -v))
print(one[0], one[-1], two[0], two[-1])
