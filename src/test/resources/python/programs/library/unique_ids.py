# UUIDs that follow from names, and their parts.
import uuid

u = uuid.uuid5(uuid.NAMESPACE_DNS, "sandglass.example")
print(u, u.version, u.variant, u.hex, u.int, u.urn, u.fields, u.bytes_le.hex())
print(uuid.uuid3(uuid.NAMESPACE_URL, "x"), uuid.UUID("{12345678-1234-5678-1234-567812345678}"), uuid.UUID(int=1), uuid.UUID(bytes=b"x" * 16))
print(uuid.UUID(int=1) < uuid.UUID(int=2), uuid.UUID(u.hex) == u, hash(uuid.UUID(int=5)) == hash(5), uuid.uuid4().version, repr(uuid.UUID(int=0)))
for wrong in (lambda: uuid.UUID("xyz"), lambda: uuid.UUID(), lambda: uuid.UUID(int=-1)):
    try:
        wrong()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
