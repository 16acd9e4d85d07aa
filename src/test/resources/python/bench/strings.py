"""Strings: building, splitting, joining, searching, replacing and formatting."""


def build(count):
    parts = []
    for i in range(count):
        parts.append(f"{i % 97:03d}:{chr(97 + i % 26)}{i * 7919 % 1000}")
    return ",".join(parts)


def checksum(text):
    total = 0
    for c in text:
        total = (total * 31 + ord(c)) % 1000000007
    return total


text = build(130000)
fields = text.split(",")
found = 0
for field in fields:
    name, value = field.split(":")
    if value.startswith("k") or value.endswith("42"):
        found += len(value.upper().replace("K", "kk"))
reversed_text = ""
for field in fields[:20000]:
    reversed_text += field[::-1].strip("0") + " "
caesar = "".join([chr((ord(c) - 97 + 3) % 26 + 97) if "a" <= c <= "z" else c for c in text[:300000]])
print(len(text), checksum(text), found, checksum(reversed_text), text.count("a1"), caesar.find("z999"), checksum(caesar))
