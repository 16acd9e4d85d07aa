text = ' {"a": [1, -2.5, 1e3, true, false, null], "b": {"c": "x\\ty \\"q\\" \\u00e9"}, "d": [], "e": {}} '
pos = 0
def skip():
    global pos
    while pos < len(text) and text[pos] in " \t\n":
        pos += 1
def expect(c):
    global pos
    skip()
    if pos >= len(text) or text[pos] != c:
        raise ValueError(f"expected {c!r} at {pos}")
    pos += 1
def parse_string():
    global pos
    expect('"')
    out = ""
    while text[pos] != '"':
        if text[pos] == "\\":
            pos += 1
            c = text[pos]
            if c == "u":
                out += chr(int(text[pos + 1:pos + 5], 16))
                pos += 4
            else:
                out += {"n": "\n", "t": "\t"}.get(c, c)
        else:
            out += text[pos]
        pos += 1
    pos += 1
    return out
def parse():
    global pos
    skip()
    c = text[pos] if pos < len(text) else ""
    if c == '"':
        return parse_string()
    if c in ("[", "{"):
        pos += 1
        result = [] if c == "[" else {}
        end = "]" if c == "[" else "}"
        skip()
        while text[pos] != end:
            if result:
                expect(",")
            if c == "[":
                result.append(parse())
            else:
                skip()
                key = parse_string()
                expect(":")
                result[key] = parse()
            skip()
        pos += 1
        return result
    start = pos
    while pos < len(text) and text[pos] not in ",]} \n":
        pos += 1
    word = text[start:pos]
    if word in ("true", "false", "null"):
        return {"true": True, "false": False, "null": None}[word]
    return float(word) if "." in word or "e" in word else int(word)
print(parse())
for text in ('[1, 2', '{"a" 1}', '[1 2]', 'tru', '', '"x'):
    pos = 0
    try:
        print(parse())
    except (ValueError, IndexError) as e:
        print(repr(text), repr(e))
