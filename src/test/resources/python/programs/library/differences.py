# Differences between texts, in three formats, and close matches.
import difflib

a = "one\ntwo\nthree\nfour\nfive\nsix\n".splitlines(True)
b = "one\ntoo\nthree\nfive\nfive and a half\nsix\n".splitlines(True)
print("".join(difflib.unified_diff(a, b, "before", "after", n=1)))
print("".join(difflib.context_diff(a, b, "before", "after", n=0)))
print("".join(difflib.ndiff(a, b)))
m = difflib.SequenceMatcher(None, "private Thread currentThread;", "private volatile Thread currentThread;")
print(round(m.ratio(), 6), m.quick_ratio() >= m.ratio(), [op for op in m.get_opcodes() if op[0] != "equal"], m.find_longest_match())
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), list(difflib.restore(difflib.ndiff(a, b), 2)) == b)
print(difflib.SequenceMatcher(lambda x: x == " ", "ab cd", "abcd").get_matching_blocks())
