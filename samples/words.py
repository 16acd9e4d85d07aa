# about: Counts the words of stdin in a dict and lists the most frequent ones.
# group: Python 3
# stdin: the quick brown fox\njumps over the lazy dog\nThe dog sleeps; the fox does not.\n
# expect stdout: 3 lines, 16 words, 11 different ones\nthe          4 ****\ndog          2 **\nfox          2 **\nbrown        1 *\ndoes         1 *\njumps        1 *\nlazy         1 *\nnot          1 *\nover         1 *\nquick        1 *\n
# expect exit: 0

import sys

counts = {}
lines = 0
for line in sys.stdin:
    lines += 1
    for word in line.split():
        word = word.strip(".,;:!?\"'()").lower()
        if word:
            counts[word] = counts.get(word, 0) + 1

print(f"{lines} lines, {sum(counts.values())} words, {len(counts)} different ones")

# The most frequent first; words of the same count by the alphabet.
for word, count in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))[:10]:
    print(f"{word:<10} {count:>3} {'*' * count}")
