# refused: 2:11 memoryview
print(len(memoryview(b"ab")))
