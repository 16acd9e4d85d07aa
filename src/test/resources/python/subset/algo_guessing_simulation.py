def guess(secret, low, high):
    tries = []
    while low <= high:
        g = (low + high) // 2
        tries.append(g)
        if g == secret:
            return tries
        if g < secret:
            low = g + 1
        else:
            high = g - 1
    raise LookupError(f"{secret} was never found")
worst = 0
for s in range(1, 101):
    worst = max(worst, len(guess(s, 1, 100)))
print(worst, guess(1, 1, 100), guess(100, 1, 100), guess(50, 1, 100), guess(10 ** 20, 0, 10 ** 30)[-1])
try:
    guess(101, 1, 100)
except LookupError as e:
    print(e)
def bulls(secret, attempt):
    b = sum(a == s for a, s in zip(attempt, secret))
    c = sum(min(secret.count(d), attempt.count(d)) for d in dict(zip(attempt, attempt))) - b
    return b, c
secret = "5283"
candidates = [f"{i:04}" for i in range(10000)]
turn = 0
while True:
    turn += 1
    attempt = candidates[len(candidates) // 3]
    score = bulls(secret, attempt)
    print(turn, attempt, score, len(candidates))
    if score == (4, 0):
        break
    candidates = [c for c in candidates if bulls(c, attempt) == score]
