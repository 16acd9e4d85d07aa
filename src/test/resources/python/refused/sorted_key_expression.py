# refused: 2:7 key
fs = [abs]
print(sorted([-2, 1], key=fs[0]))
