# A seeded generator gives the same numbers everywhere.
import random

r = random.Random(2024)
print([r.randrange(100) for _ in range(10)], r.random(), r.uniform(1, 5), r.getrandbits(70))
print(r.choice("abcdef"), r.sample(range(1000), 5), r.choices("xyz", weights=[1, 2, 7], k=10))
deck = list(range(20))
r.shuffle(deck)
print(deck, r.randint(-5, 5), r.randbytes(5).hex())
print([round(f, 9) for f in (r.gauss(0, 1), r.expovariate(2), r.betavariate(1, 2), r.triangular(0, 10, 3), r.normalvariate(5, 2))])
state = r.getstate()
a = [r.random() for _ in range(3)]
r.setstate(state)
print(a == [r.random() for _ in range(3)], random.Random("text").random(), random.Random(b"bytes").random(), random.Random(-7).random())
random.seed(1)
inside = sum(random.random() ** 2 + random.random() ** 2 < 1 for _ in range(20_000))
print(4 * inside / 20_000)
print(r.binomialvariate(10, 0.5), r.sample(["a", "b"], counts=[3, 1], k=3))
for wrong in (lambda: r.choice([]), lambda: r.sample([1], 2), lambda: r.randrange(0), lambda: r.sample({1, 2}, 1)):
    try:
        wrong()
    except (IndexError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
