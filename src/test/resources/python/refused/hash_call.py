# refused: 2:7 hash
print(hash("a") == hash("a"))
