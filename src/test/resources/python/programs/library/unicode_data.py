# Unicode: names, categories, normal forms, identifiers, case, width.
import unicodedata as u

for c in "Aé½١Ωж中😀\u0301\u200d":
    print(f"U+{ord(c):04X}", u.name(c), u.category(c), u.bidirectional(c), u.combining(c), u.east_asian_width(c), u.numeric(c, None))
for form in ("NFC", "NFD", "NFKC", "NFKD"):
    print(form, [ascii(u.normalize(form, s)) for s in ("é", "e\u0301", "ﬁ", "①", "가")], u.is_normalized(form, "é"))
print(u.lookup("SNOWMAN"), u.decimal("٣"), u.digit("²"), u.mirrored("("), u.decomposition("é"), u.unidata_version)
print("ǆ".title(), "ß".upper(), "İ".lower().encode("unicode_escape"), "Σας".lower(), "ΌΣΟΣ".lower(), "ﬀ".casefold())
print("naïve".isidentifier(), "x²".isidentifier(), "变量".isidentifier(), "²".isdigit(), "Ⅷ".isnumeric())
ℌ = "normalised names"
print(H)
print(sorted(["é", "z", "e", "É", "a\u0301"]), [len(s.encode("utf-8")) for s in "aé中😀"], "\ud800".encode("utf-8", "surrogatepass"))
for wrong in (lambda: u.name("\x00"), lambda: u.lookup("NO SUCH"), lambda: u.numeric("a"), lambda: "\ud800".encode()):
    try:
        wrong()
    except (ValueError, KeyError) as e:
        print(type(e).__name__, e)
