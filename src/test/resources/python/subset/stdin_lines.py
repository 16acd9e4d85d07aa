import sys
count = 0
words = {}
for line in sys.stdin:
    count += 1
    print(count, repr(line), len(line))
    for w in line.split():
        w = w.strip(".,!?").lower()
        if w:
            words[w] = words.get(w, 0) + 1
print(count, len(words))
for w, n in sorted(words.items(), key=lambda p: (-p[1], p[0])):
    print(f"{w:<10}{n:>3} {'*' * n}")
for line in sys.stdin:
    print("never", line)
