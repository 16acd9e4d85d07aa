# refused: 2:7 issubclass
print(issubclass(bool, int))
