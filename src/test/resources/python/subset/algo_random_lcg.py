seed = 42
def rand():
    global seed
    seed = (6364136223846793005 * seed + 1442695040888963407) % 2 ** 64
    return seed >> 33
def uniform():
    return rand() / 2 ** 31
def shuffle(items):
    for i in range(len(items) - 1, 0, -1):
        j = rand() % (i + 1)
        items[i], items[j] = items[j], items[i]
print([rand() % 100 for _ in range(15)])
print([round(uniform(), 6) for _ in range(6)], uniform())
cards = [r + s for s in "SHDC" for r in "23456789TJQKA"]
shuffle(cards)
for i in range(4):
    print(sorted(cards[i * 13:i * 13 + 13], key=lambda c: ("SHDC".index(c[1]), "23456789TJQKA".index(c[0]))))
rolls = {}
for _ in range(2000):
    r = rand() % 6 + rand() % 6 + 2
    rolls[r] = rolls.get(r, 0) + 1
for r in sorted(rolls):
    print(f"{r:2} {rolls[r]:4} {'*' * (rolls[r] // 10)}")
inside = sum(1 for _ in range(3000) if uniform() ** 2 + uniform() ** 2 < 1)
print(inside, 4 * inside / 3000)
x = 2463534242
for _ in range(8):
    x ^= x << 13 & 0xFFFFFFFF
    x ^= x >> 17
    x ^= x << 5 & 0xFFFFFFFF
    print(x, end=" ")
print()
