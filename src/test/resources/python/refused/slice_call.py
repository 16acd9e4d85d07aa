# refused: 2:5 slice
s = slice(1, 3)
print("abcd"[s])
