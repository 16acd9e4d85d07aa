# refused: 2:11 bytes
print(len(rb"\d"))
