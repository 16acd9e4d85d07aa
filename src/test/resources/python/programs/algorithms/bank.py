# A small program in many classes: accounts, transfers, a ledger, its errors.
from dataclasses import dataclass, field
from decimal import Decimal


class Refused(Exception):
    pass


@dataclass
class Account:
    owner: str
    balance: Decimal = Decimal(0)
    history: list[str] = field(default_factory=list)

    def post(self, amount, text):
        if self.balance + amount < 0:
            raise Refused(f"{self.owner} lacks {-(self.balance + amount)}")
        self.balance += amount
        self.history.append(f"{amount:+} {text}")


class Bank:
    def __init__(self):
        self.accounts = {}

    def __getitem__(self, owner):
        return self.accounts.setdefault(owner, Account(owner))

    def transfer(self, source, target, amount):
        amount = Decimal(amount)
        if amount <= 0:
            raise Refused("nothing to transfer")
        self[source].post(-amount, f"to {target}")
        self[target].post(amount, f"from {source}")

    @property
    def total(self):
        return sum(a.balance for a in self.accounts.values())


bank = Bank()
bank["ann"].post(Decimal("100.10"), "deposit")
for transfer in [("ann", "bob", "30.05"), ("bob", "carl", "30.06"), ("bob", "ann", "0"), ("bob", "carl", "0.05"), ("carl", "ann", "0.05")]:
    try:
        bank.transfer(*transfer)
    except Refused as e:
        print("refused:", e)
for account in bank.accounts.values():
    print(account.owner, account.balance, account.history)
print(bank.total)
