words = [("a", 1), ("b", 2), ("c",)]
print(words)
print(len(words))
print(sorted(words, key=lambda w: w[0], reverse=True))
for w in words:
    print(w)
print(max(words, key=lambda w: w[1]))
print("never")
