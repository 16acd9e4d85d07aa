import sys
words = ["pear", "Apple", "fig", "banana", "Cherry", "date", "kiwi"]
print(sorted(words), sorted(words, reverse=True), sorted(words, key=len), sorted(words, key=len, reverse=True))
print(sorted(words, key=lambda w: w.lower()), sorted(words, key=lambda w: (-len(w), w)), sorted(words, key=lambda w: w[-1]))
nums = [5, -3, 2, -8, 0, 7, -2]
print(sorted(nums), sorted(nums, key=abs), sorted(nums, key=abs, reverse=True), sorted(nums, key=lambda x: x % 3), sorted(nums, key=lambda x: -x), sorted(nums, key=str))
pairs = [(i % 3, i) for i in range(12)]
print(sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True))
pairs.sort(key=lambda p: -p[1])
print(pairs)
words.sort(key=len, reverse=True)
print(words)
nums.sort()
print(nums, nums.sort(reverse=True), nums)
print(sorted("hello"), sorted((3, 1, 2)), sorted({"b": 1, "a": 2}), sorted(range(5, 0, -1)), sorted([[2, 1], [1, 5], [1]]), sorted([True, 0, 2, False]))
big = [(i * 7919 + 13) % 1009 for i in range(400)]
s = sorted(big)
print(s[:10], s[-10:], all(s[i] <= s[i + 1] for i in range(len(s) - 1)), sum(i * v for i, v in enumerate(s)))
def weight(x):
    return (x % 10, -x)
print(sorted(big, key=weight)[:20])
print(sorted([1.5, 1, True, 0.5]), sorted(["b", "a"], reverse=False))
