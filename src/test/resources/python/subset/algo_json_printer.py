def quote(s):
    out = '"'
    for c in s:
        if c in '"\\':
            out += "\\" + c
        elif c == "\n":
            out += "\\n"
        elif ord(c) < 32:
            out += f"\\u{ord(c):04x}"
        else:
            out += c
    return out + '"'
def dump(v, indent=0):
    pad = "  " * (indent + 1)
    if v is None:
        return "null"
    if v is True or v is False:
        return str(v).lower()
    if isinstance(v, (int, float)):
        return repr(v)
    if isinstance(v, str):
        return quote(v)
    if isinstance(v, dict):
        if not v:
            return "{}"
        return "{\n" + ",\n".join(pad + quote(str(k)) + ": " + dump(x, indent + 1) for k, x in v.items()) + "\n" + "  " * indent + "}"
    if isinstance(v, (list, tuple)):
        if not v:
            return "[]"
        return "[\n" + ",\n".join(pad + dump(x, indent + 1) for x in v) + "\n" + "  " * indent + "]"
    raise TypeError("cannot write " + repr(v))
data = {"name": "Ann \"A\" Lee", "age": 31, "tags": ["x", "y\n", "\x01"], "empty": [], "none": None, "ok": True, "nested": {"a": {}, "b": [1, [2.5, [3]]], "é": "日本"}, 5: -1e-7}
print(dump(data))
print(dump([]), dump({}), dump("plain"), dump(10 ** 20), dump((1, (2,))))
try:
    dump({"r": range(3)})
except TypeError as e:
    print(e)
