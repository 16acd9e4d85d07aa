# Augmented assignment, the order of evaluation, and tuples that hold lists.
t = ([1], 2)
try:
    t[0] += [5]
except TypeError as e:
    print(e, t)
a = b = [1, 2]
a += [3]
print(b, a is b)
a = a + [4]
print(b, a is b)
i = 0
c = [0, 0, 0]
i, c[i] = 2, 9
print(i, c)
trail = []


def note(x):
    trail.append(x)
    return x


d = {}
d[note("k")] = note("v")
note(1) + note(2) * note(3)
[note("f"), note("g")][note(0)]
print(trail, d)
n = 10
n //= 3
n **= 2
n <<= 4
n |= 1
n ^= 0b11
n -= n % 7
print(n)
if (m := n * 2) > 100 and (k := m % 9):
    print(m, k)
del c[0], c[0]
print(c)
s = "x"
s *= 3
s += "y"
print(s, (lambda: (yield))().__class__.__name__)
