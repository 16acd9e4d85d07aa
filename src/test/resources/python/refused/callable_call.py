# refused: 2:7 callable
print(callable(5))
