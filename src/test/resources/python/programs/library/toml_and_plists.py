# TOML and property lists, two more text formats.
import datetime
import plistlib
import tomllib

text = '''
title = "Sand \\u00e9"
[owner]
born = 1979-05-27T07:32:00-08:00
day = 1979-05-27
[limits]
fuel = 100_000_000
ratio = -2.5e-1
hex = 0xff
names = [ "a", 'b\\n', """multi
line""" ]
inline = { x = 1, "y.z" = true }
[[step]]
n = 1
[[step]]
n = inf
'''
print(tomllib.loads(text))
for wrong in ("a = ", "a = 1\na = 2", "[x\n", 'a = "\\q"', "a = 01", "= 1"):
    try:
        tomllib.loads(wrong)
    except tomllib.TOMLDecodeError as e:
        print(e)
data = {"n": 5, "list": [1.5, True, "é"], "bytes": b"\x00\xff", "date": datetime.datetime(2020, 1, 2, 3, 4, 5)}
for fmt in (plistlib.FMT_XML, plistlib.FMT_BINARY):
    packed = plistlib.dumps(data, fmt=fmt)
    print(packed[:8], len(packed), plistlib.loads(packed) == data)
print(plistlib.dumps({"a": [1]}).decode())
