def is_palindrome(text):
    clean = [c.lower() for c in text if c.isalnum()]
    return clean == clean[::-1]
for t in ("A man, a plan, a canal: Panama!", "hello", "", "Was it a car or a cat I saw?", "été", "No 'x' in Nixon", "12321", "12 21x"):
    print(repr(t), is_palindrome(t))
def longest(s):
    best = ""
    for i in range(len(s)):
        for a, b in ((i, i), (i, i + 1)):
            while a >= 0 and b < len(s) and s[a] == s[b]:
                if b - a + 1 > len(best):
                    best = s[a:b + 1]
                a -= 1
                b += 1
    return best
print([longest(s) for s in ("babad", "cbbd", "forgeeksskeegfor", "a", "", "abacdfgdcaba")])
largest = 0
for a in range(999, 900, -1):
    for b in range(a, 900, -1):
        if a * b > largest and str(a * b) == str(a * b)[::-1]:
            largest = a * b
            print(a, b, largest)
n = 89
steps = 0
while str(n) != str(n)[::-1]:
    n += int(str(n)[::-1])
    steps += 1
    print(steps, n)
