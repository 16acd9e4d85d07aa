# zlib, gzip and bz2: what is packed comes back, also in pieces and when damaged.
import bz2
import gzip
import zlib

text = b"".join(b"line %d of many, all much alike\n" % (i % 97) for i in range(3000))
for level in (0, 1, 6, 9):
    packed = zlib.compress(text, level)
    assert zlib.decompress(packed) == text
    print(level, len(packed) < len(text) // 10)
print(zlib.crc32(text), zlib.adler32(text), zlib.decompress(zlib.compress(b"")))
c = zlib.compressobj(9, zlib.DEFLATED, -15)
packed = c.compress(text[:1000]) + c.flush(zlib.Z_SYNC_FLUSH) + c.compress(text[1000:]) + c.flush()
d = zlib.decompressobj(-15)
out = b""
for i in range(0, len(packed), 50):
    out += d.decompress(packed[i : i + 50])
print(out + d.flush() == text, d.eof, d.unused_data)
d = zlib.decompressobj()
print(len(d.decompress(zlib.compress(text), 100)), len(d.unconsumed_tail) > 0)
packed = gzip.compress(text, mtime=0)
print(packed[:4].hex(), gzip.decompress(packed + packed) == text * 2)
packed = bz2.compress(text)
print(len(packed), bz2.decompress(packed) == text, packed[:4])
for wrong in (lambda: zlib.decompress(b"not packed"), lambda: zlib.decompress(zlib.compress(text)[:50]),
              lambda: gzip.decompress(b"plain"), lambda: bz2.decompress(b"plain")):
    try:
        wrong()
    except (zlib.error, OSError) as e:
        print(type(e).__name__, e)
