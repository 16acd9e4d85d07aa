# struct: byte orders, sizes, padding, strings, half floats, errors.
import struct

print(struct.pack(">HIq", 1, 2, -3).hex(), struct.pack("<bBhl", -1, 255, -2, 3).hex(), struct.calcsize("<cIq"))
print(struct.unpack("<3s2xH?", b"abc\0\0\x01\x02\x01"), struct.pack("5s3p", b"too long", b"abc"), struct.pack("!f", 1.5).hex())
print(struct.pack("<d", -0.1).hex(), struct.unpack(">e", b"\x3c\x01"), struct.pack("<e", 65504.0), struct.unpack("<f", b"\0\0\xc0\x7f"))
record = struct.Struct("<I4sd")
packed = b"".join(record.pack(i, b"r%d" % i, i / 3) for i in range(3))
print(record.size, [row for row in record.iter_unpack(packed)], record.unpack_from(packed, 16))
buffer = bytearray(8)
struct.pack_into(">I", buffer, 2, 0xDEADBEEF)
print(buffer, int.from_bytes(struct.pack("<Q", 2**63), "little") == 2**63, struct.unpack("<2h", struct.pack("<I", 0xFFFF0001)))
for wrong in (lambda: struct.pack("<B", 256), lambda: struct.pack("<I", -1), lambda: struct.unpack("<I", b"abc"),
              lambda: struct.pack("<z", 1), lambda: struct.pack("<H"), lambda: struct.pack("<f", 1e300)):
    try:
        wrong()
    except (struct.error, OverflowError) as e:
        print(e)
