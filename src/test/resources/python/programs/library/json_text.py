# JSON out and in: order, indents, escapes, own types, hooks, and errors with places.
import json
from decimal import Decimal

data = {"b": [1, 2.5, None, True], "a": {"é": "tab\there", "n": -0.0}, "1": "\u2028😀"}
text = json.dumps(data)
print(text, json.loads(text) == data)
print(json.dumps(data, indent=2, sort_keys=True, ensure_ascii=False))
print(json.dumps([1, {"x": []}], separators=(",", ":")), json.dumps({1: 2, None: 3, True: 4, 1.5: 5}))


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex):
            return {"re": o.real, "im": o.imag}
        return super().default(o)


print(json.dumps({"z": 1 + 2j}, cls=Encoder), json.dumps({1, 2}, default=sorted))
print(json.loads('{"re": 1, "im": 2}', object_hook=lambda d: complex(d["re"], d["im"])))
print(json.loads("[1.10, 1e400, NaN, -Infinity]", parse_float=Decimal))
print(json.loads('{"a": 1, "a": 2}', object_pairs_hook=list), json.loads(b'"\\ud83d\\ude00\\u00e9"'))
for wrong in ("", "[1,]", '{"a" 1}', "[1] 2", '"\t"', "nul", "'a'", '["\\x"]'):
    try:
        json.loads(wrong)
    except json.JSONDecodeError as e:
        print(e)
loop = []
loop.append(loop)
for wrong in (loop, {(1,): 2}, object):
    try:
        json.dumps(wrong)
    except (ValueError, TypeError) as e:
        print(e)
try:
    json.dumps(float("nan"), allow_nan=False)
except ValueError as e:
    print(e)
