# refused: 2:7 getattr
print(getattr("abc", "upper")())
