"""Writes unicode_*.c from the reference Python's own answers: python3.12 unicode.py

What the tables hold is what CPython's str methods do, one character at a time, so they agree with
its Unicode version (15.0 for 3.12) by construction. Run it with the reference Python.
"""

import os
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
EVERY = range(0x110000)
OPENING = """/* Written by unicode.py from Python {}, Unicode {}; do not edit.
 * {} */
#include "unicode.h"
"""


def rows(numbers):
    lines, line = [], " "
    for n in numbers:
        piece = f" {n},"
        if len(line) + len(piece) > 100:
            lines.append(line)
            line = " "
        line += piece
    return "\n".join(lines + [line])


def array(kind, name, numbers):
    return f"static const {kind} {name}[] = {{\n{rows(numbers)}\n}};\n"


def edges(name, test):
    """A set as the places where membership changes: plane by plane, 16 bits an edge."""
    found, planes = [], [0]
    for plane in range(17):
        inside = False
        for low in range(0x10000):
            if test(chr(plane << 16 | low)) != inside:
                inside = not inside
                found.append(low)
        planes.append(len(found))
    text = array("u16", name + "_edges", found or [0]) + array("u16", name + "_planes", planes)
    return text + f"""
bool unicode_{name}(u32 c) {{
  return unicode_within(c, {name}_edges, {name}_planes);
}}
"""


def mapping(name, convert, otherwise=None):
    """A case mapping in two stages, down to the number of a record: a difference, or, from
    2^24 up, the place and count of the characters that one becomes. Record 0 is for what stays,
    or for what another mapping (name, convert) does alike, so that most of title is upper's."""
    usual = otherwise[1] if otherwise else str
    records, many, numbers, places = [0], [], [], {}
    for c in EVERY:
        result = convert(chr(c))
        if result == usual(chr(c)):
            numbers.append(0)
            continue
        if len(result) == 1:
            record = ord(result) - c
        else:
            record = (len(result) << 24) + len(many)
            many.extend(ord(x) for x in result)
        if record not in places:
            places[record] = len(records)
            records.append(record)
        numbers.append(places[record])
    assert len(records) <= 256
    end = max(c for c in EVERY if numbers[c]) + 1
    best = None
    for shift in range(4, 9):
        size = 1 << shift
        blocks, first = {}, []
        for at in range(0, end, size):
            block = tuple(numbers[at : at + size])
            first.append(blocks.setdefault(block, len(blocks)))
        if len(blocks) <= 256 and (not best or len(first) + len(blocks) * size < best[0]):
            best = (len(first) + len(blocks) * size, shift, first, blocks)
    _, shift, first, blocks = best
    text = array("u8", name + "_first", first)
    text += array("u8", name + "_second", [n for block in blocks for n in block])
    text += array("i32", name + "_records", records) + array("u16", name + "_many", many or [0])
    rest = f"unicode_{otherwise[0]}(c, to)" if otherwise else "unicode_mapped(c, 0, 0, to)"
    mask = (1 << shift) - 1
    return text + f"""
u32 unicode_{name}(u32 c, u32 to[3]) {{
  u32 number = 0;
  if (c >> {shift} < sizeof {name}_first)
    number = {name}_second[{name}_first[c >> {shift}] << {shift} | (c & {mask})];
  if (!number) return {rest};
  return unicode_mapped(c, {name}_records[number], {name}_many, to);
}}
"""


def write(name, about, *parts):
    with open(os.path.join(HERE, f"unicode_{name}.c"), "w") as file:
        file.write(OPENING.format(sys.version.split()[0], unicodedata.unidata_version, about))
        for part in parts:
            file.write("\n" + part)


def final_after(before):
    """Is a capital sigma after this text, at the end of a word, written as a final one?"""
    return (before + "\u03a3").lower()[-1] == "\u03c2"


def ignorable(c):
    return final_after("A" + c) and not final_after("1" + c)


def main():
    assert sys.version_info[:2] == (3, 12), "needs the reference Python"
    write("printable", "What repr() does not escape.", edges("printable", str.isprintable))
    write("alpha", "Letters.", edges("alpha", str.isalpha))
    zeros = [c for c in EVERY if unicodedata.decimal(chr(c), None) == 0]
    assert all(unicodedata.decimal(chr(z + i)) == i for z in zeros for i in range(10))
    assert len(zeros) * 10 == sum(chr(c).isdecimal() for c in EVERY)
    write(
        "decimal",
        "Ten digits follow each of these.",
        array("u32", "zeros", zeros)
        + """
i32 unicode_decimal(u32 c) {
  u32 low = 0, high = sizeof zeros / sizeof *zeros;
  if (c < 128) return c >= '0' && c <= '9' ? (i32)(c - '0') : -1;
  while (high - low > 1) {
    u32 middle = (low + high) / 2;
    if (zeros[middle] <= c) low = middle;
    else high = middle;
  }
  return c - zeros[low] < 10 ? (i32)(c - zeros[low]) : -1;
}
""",
    )
    write("numeric", "Digits, and all that has a numeric value.", edges("digit", str.isdigit), edges("numeric", str.isnumeric))
    write("islower", "Lower case.", edges("islower", str.islower))
    write("isupper", "Upper case.", edges("isupper", str.isupper))
    write(
        "istitle",
        "Letters of title case proper, as U+01C5.",
        edges("istitle", lambda c: c.istitle() and not c.isupper()),
    )
    write("cased", "What has case.", edges("cased", lambda c: (c + "a").title()[-1] == "a"))
    write("ignorable", "What the rule of the final sigma looks past.", edges("ignorable", ignorable))
    write(
        "identifier",
        "What an identifier may begin with, and what only may follow.",
        edges("id_start", str.isidentifier),
        edges("id_more", lambda c: not c.isidentifier() and ("a" + c).isidentifier()),
    )
    write("upper", "The full mapping.", mapping("upper", str.upper))
    write("lower", "The full mapping.", mapping("lower", str.lower))
    write("title", "The full mapping.", mapping("title", str.title, ("upper", str.upper)))
    write("fold", "The full mapping.", mapping("fold", str.casefold, ("lower", str.lower)))


main()
