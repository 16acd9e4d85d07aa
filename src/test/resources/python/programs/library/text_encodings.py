# Codecs: many encodings there and back, error handlers, incremental use.
import codecs

text = "Grüße, мир, 世界"
for name in ("utf-8", "utf-16", "utf-16-be", "utf-32-le", "utf-7", "utf-8-sig", "gb18030", "unicode_escape", "raw_unicode_escape", "big5hkscs"):
    try:
        data = text.encode(name)
        print(name, data.hex(), data.decode(name) == text)
    except UnicodeError as e:
        print(name, e)
print("äöü€".encode("cp1252"), "мир".encode("koi8-r"), "世界".encode("shift_jis"), "日本".encode("iso2022_jp"), "ñ".encode("mac-roman"), "한글".encode("euc_kr"))
for handler in ("ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace"):
    print(handler, "aé€".encode("ascii", handler))
codecs.register_error("stars", lambda e: ("*" * (e.end - e.start), e.end))
print(b"a\xff\xfeb".decode("utf-8", "stars"), "é€".encode("ascii", "stars"))
d = codecs.getincrementaldecoder("utf-8")()
print([d.decode(bytes([b])) for b in "é中".encode()], codecs.encode("Hello", "rot13"), codecs.decode(b"6869", "hex"))
print("bücher.example".encode("idna"), "bücher".encode("punycode"), codecs.lookup("latin1").name, codecs.BOM_UTF8)
for wrong in (lambda: b"\x80".decode("ascii"), lambda: b"\xe4\xb8".decode(), lambda: "é".encode("ascii"), lambda: "x".encode("no-such"), lambda: b"\x00".decode("utf-16")):
    try:
        wrong()
    except (UnicodeError, LookupError) as e:
        print(type(e).__name__, e)
