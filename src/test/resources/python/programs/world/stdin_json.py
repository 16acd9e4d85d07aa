# stdin: {"items": [{"n": 2, "price": 1.25}, {"n": 3, "price": 0.5}]}
# JSON in, JSON out.
import json
import sys

data = json.load(sys.stdin)
data["total"] = sum(i["n"] * i["price"] for i in data["items"])
json.dump(data, sys.stdout, indent=1)
