# refused: 2:11 attribute
print([1].__len__())
