# KeyError shows its key's repr.
{"a": 1}["no such\nkey"]
