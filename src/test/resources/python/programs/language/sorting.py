# Sorting is stable, whatever the key, and so is its reverse.
import functools

words = "pear fig apple kiwi plum date banana cherry lime".split()
print(sorted(words, key=len))
print(sorted(words, key=len, reverse=True))
print(sorted(sorted(words), key=lambda w: w[-1]))
print(sorted(words, key=lambda w: (-len(w), w)))
print(sorted(words, key=functools.cmp_to_key(lambda a, b: (a > b) - (a < b)))[:3])
pairs = [(i % 3, i) for i in range(12)]
pairs.sort(key=lambda p: p[0])
print(pairs)
state = 12345
numbers = []
for _ in range(2000):
    state = (state * 1103515245 + 12345) % 2**31
    numbers.append(state // 65536 % 1000)
ordered = sorted(numbers)
assert all(a <= b for a, b in zip(ordered, ordered[1:]))
print(ordered[::200], sum(ordered) == sum(numbers))
mixed = [3, 1.5, True, -2]
print(sorted(mixed), min(mixed), max(words, key=len), min([], default="none"))
try:
    sorted([1, "a"])
except TypeError as e:
    print(e)
data = [3, 1, 2]
try:
    data.sort(key=lambda x: data.append(x))
except (ValueError, TypeError) as e:
    print(type(e).__name__)
print(sorted({"b": 1, "a": 2}), sorted("bca", reverse=True), sorted([[2], [1, 5], [1]]))
