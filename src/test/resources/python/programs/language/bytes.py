# Bytes, bytearrays and memory views over them.
b = bytes(range(65, 75))
print(b, b[0], b[2:5], b[::-2], b.hex(":", 2), bytes.fromhex("00 ff 10"))
print(b"caf\xc3\xa9".decode(), "é€".encode("utf-16-le"), "é".encode("latin-1"), "€x".encode("ascii", "replace"))
print("\udc80".encode("utf-8", "surrogateescape"), b"\xff\x41".decode("utf-8", "backslashreplace"))
a = bytearray(b"hello world")
a[0:5] = b"HEY"
a.extend(b"!!")
del a[3]
a.insert(3, 95)
print(a, a.pop(), a.find(b"wor"), a.upper(), a.split(b"o"))
view = memoryview(a)
view[0:3] = b"hey"
print(a, view[1:4].tobytes(), view.nbytes, view.readonly)
try:
    a.append(1)
except BufferError as e:
    print(e)
view.release()
a.append(33)
print(a)
numbers = memoryview(bytearray(8)).cast("H")
numbers[1] = 513
print(numbers.tolist(), numbers.format, numbers.itemsize, bytes(numbers))
for wrong in (lambda: bytes([256]), lambda: b"a" + "b", lambda: b"\xff".decode(), lambda: bytes(-1)):
    try:
        wrong()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(b"%d-%s-%r" % (5, b"x", "y"), b"a" < b"b", b"ab" in b"cabd", 98 in b"abc")
