# refused: 2:11 method of a type
print(int.bit_length(5))
