# refused: 2:11 __file__
print(len(__file__) > 0)
