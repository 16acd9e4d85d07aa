# refused: 2:5 type
T = type("T", (), {})
print(T)
