# refused: 2:1 import
import json
print(json.dumps([1]))
