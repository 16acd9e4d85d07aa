# Digests of known texts, in pieces and at once, and keyed ones.
import hashlib
import hmac

for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "sha3_512", "blake2b", "blake2s"):
    h = hashlib.new(name, b"sand")
    h.update(b"glass")
    assert h.hexdigest() == hashlib.new(name, b"sandglass").hexdigest()
    print(name, h.digest_size, h.block_size, h.hexdigest())
print(hashlib.shake_128(b"x").hexdigest(10), hashlib.shake_256(b"").hexdigest(8))
print(hashlib.blake2b(b"data", digest_size=8, key=b"key", person=b"me").hexdigest())
print(hashlib.sha256(b"a" * 100_000).hexdigest())
copy = hashlib.sha1(b"one")
other = copy.copy()
other.update(b"two")
print(copy.hexdigest() == hashlib.sha1(b"one").hexdigest(), other.hexdigest() == hashlib.sha1(b"onetwo").hexdigest())
print(hmac.new(b"key", b"message", "sha256").hexdigest(), hmac.compare_digest(b"a", b"b"))
print(hmac.digest(b"k" * 200, b"", "sha512").hex()[:40])
try:
    hashlib.new("none")
except ValueError as e:
    print(e)
