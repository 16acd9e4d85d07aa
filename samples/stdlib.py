# about: Uses the standard library (json, re, dataclasses, collections, random): runs on CPython.
# group: Python 6
# interpreter: cpython
# args: a b
# expect stdout: arguments: ['a', 'b']\n[\n  {\n    "text": "time",\n    "count": 2\n  },\n  {\n    "text": "is",\n    "count": 1\n  },\n  {\n    "text": "an",\n    "count": 1\n  }\n]\nSAND is an illusion. Lunchtime doubly so. SAND and tide wait for no one.\ndice: [3, 2, 4, 6, 1, 1, 5, 1, 3, 5]\nshuffled: ['an', 'one', 'for', 'wait']\n
# expect exit: 0

import json
import random
import re
import sys
from collections import Counter
from dataclasses import asdict, dataclass


@dataclass
class Word:
    text: str
    count: int


text = "Time is an illusion. Lunchtime doubly so. Time and tide wait for no one."
words = re.findall(r"[a-z]+", text.lower())
top = [Word(word, count) for word, count in Counter(words).most_common(3)]

print("arguments:", sys.argv[1:])
print(json.dumps([asdict(word) for word in top], indent=2))
print(re.sub(r"\b[Tt]ime\b", "SAND", text))

# The same seed gives the same numbers, everywhere.
dice = random.Random(7)
print("dice:", [dice.randint(1, 6) for _ in range(10)])
print("shuffled:", dice.sample(sorted(set(words)), 4))
