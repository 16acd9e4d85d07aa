# refused: 2:1 import
import collections
print(collections.Counter("aab"))
