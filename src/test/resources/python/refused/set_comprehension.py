# refused: 2:11 set comprehension
print(len({x % 3 for x in range(10)}))
