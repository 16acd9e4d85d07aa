# refused: 2:7 __builtins__
print(__builtins__ is None)
