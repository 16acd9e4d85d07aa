# refused: 2:7 bytes
print(b"".join([]) == 1)
