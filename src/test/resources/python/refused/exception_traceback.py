# refused: 5:13 attribute
try:
    1 / 0
except ZeroDivisionError as e:
    print(e.__traceback__ is None)
