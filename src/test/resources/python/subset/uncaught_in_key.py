def weight(w):
    return 10 // len(w)
words = ["bb", "a", "", "ccc"]
print(words)
print(sorted(words, key=len))
print(sorted(words[:2], key=weight))
print(sorted(words, key=weight))
print("never")
