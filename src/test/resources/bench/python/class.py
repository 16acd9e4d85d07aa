class Account:
    def __init__(self):
        self.balance = 0
        self.moves = 0
    def move(self, amount):
        self.balance += amount
        self.moves += 1
        return self
    @property
    def mean(self):
        return self.balance / self.moves
class Capped(Account):
    def move(self, amount):
        return super().move(min(amount, 50))
accounts = [Account(), Capped()]
for i in range(20000):
    accounts[i & 1].move(i % 100)
print([(a.balance, a.moves, a.mean) for a in accounts])
