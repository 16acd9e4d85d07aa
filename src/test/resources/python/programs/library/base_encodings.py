# Base 16, 32, 64, 85, quoted-printable, and what they refuse.
import base64
import binascii
import quopri

data = bytes(range(0, 256, 7))
for name in ("b16", "b32", "b32hex", "b64", "b85", "a85"):
    encoded = getattr(base64, name + "encode")(data)
    assert getattr(base64, name + "decode")(encoded) == data
    print(name, encoded.decode())
print(base64.urlsafe_b64encode(b"\xff\xfe\xfd?"), base64.b64encode(b"", b"-_"), base64.b64decode("YQ=="), base64.b64decode(b"Y Q\n=="))
print(base64.encodebytes(b"x" * 60), binascii.hexlify(b"\x00\xff", "-"), binascii.unhexlify("0aFF"), binascii.crc32(b"123456789"))
print(quopri.encodestring("naïve = yes\n".encode()), quopri.decodestring(b"=C3=A9"), binascii.crc_hqx(b"abc", 0))
print(base64.a85encode(b"\0\0\0\0    x", foldspaces=True, adobe=True), base64.b32decode("ORSXG5A", casefold=True) if False else "")
for wrong in (lambda: base64.b64decode("YQ="), lambda: base64.b64decode("Y!Q=", validate=True), lambda: base64.b16decode("0g"),
              lambda: base64.b32decode("A"), lambda: binascii.unhexlify("abc"), lambda: base64.b85decode("~~~~~")):
    try:
        wrong()
    except ValueError as e:
        print(type(e).__name__, e)
