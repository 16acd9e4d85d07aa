# refused: 3:14 attribute
e = ValueError(1)
print(repr(e.with_traceback(None)))
