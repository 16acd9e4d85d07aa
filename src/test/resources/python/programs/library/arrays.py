# array: typed storage, conversion, byte order, overflow.
from array import array

a = array("h", [1, -2, 300])
a.append(4)
a.extend([5, 6])
print(a, a.itemsize, a.typecode, a[1:3], a.tobytes().hex(), len(a), a.index(300), a.count(4), a.pop(0))
a.byteswap()
print(a.tolist())
d = array("d", (x / 4 for x in range(5)))
d[1:3] = array("d", [9.5])
print(d, d * 2, d + array("d", [1]), sum(d), d == array("d", [0.0, 9.5, 0.75, 1.0]))
b = array("B")
b.frombytes(b"hello")
b.reverse()
print(b.tobytes(), memoryview(b)[1:3].tolist(), bytes(reversed(b)), array("u", "né").tounicode())
big = array("i", range(50_000))
for i in range(0, 50_000, 3):
    big[i] *= -1
print(sum(big), max(big), min(big), array("q", [2**62])[0], array("f", [0.1])[0])
for wrong in (lambda: array("b", [200]), lambda: array("x"), lambda: array("i", "ab"), lambda: d + b, lambda: array("i").frombytes(b"abc"), lambda: array("B", [-1])):
    try:
        wrong()
    except (OverflowError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
