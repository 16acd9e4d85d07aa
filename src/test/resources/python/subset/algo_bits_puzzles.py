def bits(n):
    out = []
    while n:
        low = n & -n
        out.append(low.bit_length() - 1)
        n ^= low
    return out
for n in (0, 1, 10, 255, 2 ** 40 + 5, 2 ** 64 - 2 ** 60):
    print(n, bits(n), bin(n).count("1"), n.bit_count(), n & (n - 1) == 0, n.bit_length())
def crc(text):
    c = 0xFFFFFFFF
    for ch in text:
        c ^= ord(ch)
        for _ in range(8):
            c = c >> 1 ^ 0xEDB88320 if c & 1 else c >> 1
    return c ^ 0xFFFFFFFF
def fnv(text):
    h = 14695981039346656037
    for ch in text:
        h = (h ^ ord(ch)) * 1099511628211 % 2 ** 64
    return h
def adler(text):
    a, b = 1, 0
    for ch in text:
        a = (a + ord(ch)) % 65521
        b = (b + a) % 65521
    return b << 16 | a
for t in ("", "a", "123456789", "The quick brown fox"):
    print(repr(t), f"{crc(t):08x}", f"{fnv(t):016x}", f"{adler(t):#010x}")
def rotate(n, k, width=32):
    mask = (1 << width) - 1
    return (n << k | n >> width - k) & mask
print([hex(rotate(0x12345678, k)) for k in (0, 4, 8, 16, 31)], [int(f"{n:08b}"[::-1], 2) for n in range(10)])
def signed(n, width):
    return n - (1 << width) if n >> width - 1 else n
print([signed(n, 8) for n in (0, 127, 128, 255)], [n & 0xFF for n in (-1, -128, 300)], ~5 & 0xF, -1 >> 70, -(2 ** 70) >> 69)
