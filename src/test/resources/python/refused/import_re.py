# refused: 3:1 import
import sys
import re
print(re.sub("a", "b", "banana"))
