#!/usr/bin/env python3
"""Cuts the linked runtime into pieces that a linker can choose from, as text and as code:

    text.py RUNTIME.wasm OUT.wat OUT.bin

RUNTIME.wasm is what build.sh makes: it has the relocations of wasm-ld's --emit-relocs, which say
exactly which functions and data each function needs. OUT.wat begins with

    ;; base ADDRESS             the first address after the runtime's own data

and then holds, for each function and each data segment, a line that says what it needs, then its text:

    ;; function py.add needs c.number_binary data:7
    ;; data 7 needs data:9
    ;; table needs c.compare
    ;; import c.fd_write from wasi_snapshot_preview1

py_add is printed as $py.add, any other function F as $c.F; no name in Python has a dot.
OUT.bin holds the same as Java's DataInput reads it: a count of functions, each a name, its body with
its length before it, and the places in it that hold the index of a function (0, name) or the stack
pointer's (1); a count of data segments, each an index, an address, its bytes.

The formats: WebAssembly's binary format, and the conventions of its tools (Linking.md).
"""

import re
import struct
import subprocess
import sys
import tempfile


class Reader:
    def __init__(self, data, at=0):
        self.data, self.at = data, at

    def byte(self):
        self.at += 1
        return self.data[self.at - 1]

    def unsigned(self):
        result = shift = 0
        while True:
            b = self.byte()
            result |= (b & 0x7F) << shift
            shift += 7
            if b < 0x80:
                return result

    def signed(self):
        result = shift = 0
        while True:
            b = self.byte()
            result |= (b & 0x7F) << shift
            shift += 7
            if b < 0x80:
                return result - (1 << shift) if b & 0x40 else result

    def name(self):
        size = self.unsigned()
        self.at += size
        return self.data[self.at - size : self.at].decode()


FUNCTION, TABLE, MEMORY, GLOBAL = (0,), (1, 2, 12), (3, 4, 5, 11, 14, 15, 16), (7,)
WITH_ADDEND = MEMORY + (8, 9)


def read(binary):
    """sections: (id, name of a custom one, payload start, payload end, section start)"""
    sections, reader = [], Reader(binary, 8)
    while reader.at < len(binary):
        start = reader.at
        kind = reader.byte()
        size = reader.unsigned()
        end = reader.at + size
        begin = reader.at
        name = ""
        if kind == 0:
            name = reader.name()
        sections.append((kind, name, reader.at if kind == 0 else begin, end, start))
        reader.at = end
    return sections


def symbols(binary, begin, end):
    reader = Reader(binary, begin)
    assert reader.unsigned() == 2, "linking section's version"
    result = []
    while reader.at < end:
        kind, size = reader.byte(), reader.unsigned()
        after = reader.at + size
        if kind == 8:
            for _ in range(reader.unsigned()):
                what, flags = reader.byte(), reader.unsigned()
                if what == 1:
                    name = reader.name()
                    if flags & 0x10:
                        result.append((what, name, None))
                    else:
                        result.append((what, name, reader.unsigned()))
                        reader.unsigned()
                        reader.unsigned()
                elif what == 3:
                    result.append((what, "", reader.unsigned()))
                else:
                    index = reader.unsigned()
                    if not flags & 0x10 or flags & 0x40:
                        reader.name()
                    result.append((what, "", index))
        reader.at = after
    return result


def relocations(binary, sections, target):
    """offset within the target section's payload -> (type, symbol)"""
    result = []
    for kind, name, begin, end, _ in sections:
        if kind == 0 and name == "reloc." + target:
            reader = Reader(binary, begin)
            reader.unsigned()
            for _ in range(reader.unsigned()):
                what, offset, symbol = reader.byte(), reader.unsigned(), reader.unsigned()
                if what in WITH_ADDEND:
                    reader.signed()
                if what in FUNCTION + TABLE + MEMORY + GLOBAL:
                    result.append((offset, what, symbol))
    return sorted(result)


def ranges_of_code(binary, begin):
    reader, result = Reader(binary, begin), []
    for _ in range(reader.unsigned()):
        size = reader.unsigned()
        result.append((reader.at - begin, reader.at - begin + size))
        reader.at += size
    return result


def ranges_of_data(binary, begin):
    reader, result = Reader(binary, begin), []
    for _ in range(reader.unsigned()):
        assert reader.unsigned() == 0 and reader.byte() == 0x41
        address = reader.signed()
        assert reader.byte() == 0x0B
        size = reader.unsigned()
        result.append((reader.at - begin, reader.at - begin + size, address))
        reader.at += size
    return result


def utf(text):
    return struct.pack(">H", len(text.encode())) + text.encode()


def block(data):
    return struct.pack(">i", len(data)) + data


def main(source, target, code):
    binary = open(source, "rb").read()
    sections = read(binary)
    found = {kind: (begin, end) for kind, _, begin, end, _ in sections if kind != 0}
    linking = next(s for s in sections if s[1] == "linking")
    table_of_symbols = symbols(binary, linking[2], linking[3])

    # wasm2wat does not read these sections as wasm-ld leaves them
    plain = binary[:8] + b"".join(
        binary[start:end]
        for kind, name, _, end, start in sections
        if kind != 0 or name == "name"
    )
    with tempfile.NamedTemporaryFile(suffix=".wasm") as stripped:
        stripped.write(plain)
        stripped.flush()
        text = subprocess.run(
            ["wasm2wat", "--enable-all", stripped.name], check=True, capture_output=True, text=True
        ).stdout

    items = re.split(r"\n  (?=\()", text.rstrip()[:-1].rstrip())[1:]
    imports, functions, data, table, elements = [], [], [], None, None
    for item in items:
        if m := re.match(r'\(import "([^"]*)" "([^"]*)" \(func \$(\S+)', item):
            imports.append((m[1], m[2], m[3], item))
        elif m := re.match(r"\(func \$(\S+)", item):
            functions.append((m[1], item))
        elif item.startswith("(data"):
            data.append(item)
        elif item.startswith("(table"):
            table = item
        elif item.startswith("(elem"):
            elements = item
    names = [i[2] for i in imports] + [f[0] for f in functions]
    types = [i for i in items if i.startswith("(type")]

    asked = {name for module, _, name, _ in imports if module == "env"}

    def clean(name):
        """The name in the text: py.add for py_add and for what programs give, c.add for others."""
        if name.startswith("py_"):
            return "py." + name[3:]
        return ("py." if name in asked else "c.") + name

    def signature(item):
        m = re.match(r"\(type \(;\d+;\) \(func(.*)\)\)$", item)
        return m[1]

    segments = ranges_of_data(binary, found[11][0])

    def needs(what, symbol):
        if what in GLOBAL:
            return None
        kind, _, index = table_of_symbols[symbol]
        if what in MEMORY:
            return "data:%d" % index if index is not None and index < len(segments) else None
        return clean(names[index])

    def collect(relocs, low, high):
        result = set()
        for offset, what, symbol in relocs:
            if low <= offset < high:
                need = needs(what, symbol)
                if need:
                    result.add(need)
                if what in TABLE:
                    result.add("table")
        return result

    def rename(piece):
        return re.sub(
            r"(\(func|\bcall|\bref\.func) \$(\S+?)(?=[\s)])",
            lambda m: m[1] + " $" + clean(m[2]),
            piece,
        )

    def pieces(functions, data, segments):
        ranges = ranges_of_code(binary, found[10][0])
        out = []
        for (name, _), (low, high) in zip(functions, ranges):
            if name.endswith(".command_export"):
                continue
            places = []
            for offset, what, symbol in code_relocs:
                if low <= offset < high and what in FUNCTION:
                    places.append(struct.pack(">ib", offset - low, 0) + utf(needs(what, symbol)))
                elif low <= offset < high and what in GLOBAL:
                    places.append(struct.pack(">ib", offset - low, 1))
            start = found[10][0]
            body = binary[start + low : start + high]
            out.append(utf(clean(name)) + block(body) + struct.pack(">i", len(places)) + b"".join(places))
        result = struct.pack(">i", len(out)) + b"".join(out) + struct.pack(">i", len(segments))
        start = found[11][0]
        for index, (low, high, address) in enumerate(segments):
            result += struct.pack(">ii", index, address) + block(binary[start + low : start + high])
        return result

    code_relocs = relocations(binary, sections, "CODE")
    data_relocs = relocations(binary, sections, "DATA")
    with open(target, "w") as file:
        write = file.write
        write(";; base %d\n" % base(binary, sections, found, segments))
        for module, field, name, item in imports:
            write(";; import %s from %s\n" % (clean(name), module))
            item = re.sub(r" ?\(type (\d+)\)", lambda m: signature(types[int(m[1])]), item)
            if module != "env":
                write("  " + item.replace("(func $%s" % name, "(func $" + clean(name)) + "\n")
        for index, item in enumerate(types):
            write(";; type %d\n  %s\n" % (index, item))
        for (name, item), (low, high) in zip(functions, ranges_of_code(binary, found[10][0])):
            if name.endswith(".command_export"):
                continue
            needed = collect(code_relocs, low, high) - {clean(name)}
            item = rename(item)
            kept = "call_indirect" in item
            item = re.sub(r"(\(func \S+) \(type \d+\)", r"\1", item, count=1)
            if kept:
                needed.add("table")
            write(";; function %s needs %s\n  %s\n" % (clean(name), " ".join(sorted(needed)), item))
        for index, (item, (low, high, _)) in enumerate(zip(data, segments)):
            item = re.sub(r"^\(data \$\S+", "(data", item)
            needed = collect(data_relocs, low, high)
            write(";; data %d needs %s\n  %s\n" % (index, " ".join(sorted(needed)), item))
        with open(code, "wb") as binary_file:
            binary_file.write(pieces(functions, data, segments))
        if elements:
            needed = {clean(n) for n in re.findall(r"\$(\S+?)(?=[\s)])", elements)}
            body = re.sub(r"\$(\S+?)(?=[\s)])", lambda m: "$" + clean(m[1]), elements)
            write(";; table needs %s\n  %s\n  %s\n" % (" ".join(sorted(needed)), table, body))


def base(binary, sections, found, segments):
    """__heap_base, which wasm-ld was told to export: the end of the data and of what is zero."""
    begin, _ = found[6]
    reader, globals_ = Reader(binary, begin), []
    for _ in range(reader.unsigned()):
        reader.byte()
        reader.byte()
        assert reader.byte() == 0x41
        globals_.append(reader.signed())
        assert reader.byte() == 0x0B
    reader = Reader(binary, found[7][0])
    for _ in range(reader.unsigned()):
        name, kind, index = reader.name(), reader.byte(), reader.unsigned()
        if name == "__heap_base":
            return globals_[index]
    raise SystemExit("the runtime does not export __heap_base")


main(*sys.argv[1:])
