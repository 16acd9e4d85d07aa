# refused: 2:7 hasattr
print(hasattr([], "append"))
