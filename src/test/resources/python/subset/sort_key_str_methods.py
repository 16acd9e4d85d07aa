words = ["pear", "Apple", "fig", "apple", "Fig", " zoo"]
print(sorted(words, key=str.lower))
print(sorted(words, key=str.upper, reverse=True))
print(min(words, key=str.strip), max(words, key=str.casefold))
words.sort(key=str.swapcase)
print(words)
