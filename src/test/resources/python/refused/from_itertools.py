# refused: 2:1 from import
from itertools import count
for i in count():
    if i > 2:
        break
    print(i)
