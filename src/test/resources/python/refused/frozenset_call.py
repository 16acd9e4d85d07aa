# refused: 2:11 frozenset
print(len(frozenset("aab")))
