# refused: 2:13 attribute
print((258).to_bytes(2, "big"))
