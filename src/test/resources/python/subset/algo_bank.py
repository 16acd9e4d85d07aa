accounts = {}
journal = []
def open_account(name, start=0):
    if name in accounts:
        raise KeyError(f"account {name} exists")
    accounts[name] = {"balance": start, "log": []}
def withdraw(name, amount):
    account = accounts[name]
    if amount <= 0:
        raise ValueError(f"bad amount {amount}")
    if account["balance"] < amount:
        raise ValueError(f"{name} has only {account['balance']}, not {amount}")
    account["balance"] -= amount
    account["log"].append(("out", amount))
def deposit(name, amount):
    accounts[name]["balance"] += amount
    accounts[name]["log"].append(("in", amount))
def transfer(a, b, amount):
    try:
        withdraw(a, amount)
        deposit(b, amount)
    except (KeyError, ValueError) as e:
        journal.append(f"failed: {e}")
        return False
    else:
        journal.append(f"{a} -> {b}: {amount:,}")
        return True
    finally:
        journal.append(f"total {sum(x['balance'] for x in accounts.values())}")
open_account("ann", 1000)
open_account("bob")
for a, b, amount in (("ann", "bob", 300), ("bob", "ann", 500), ("cid", "ann", 1), ("ann", "bob", -5), ("ann", "eve", 10), ("bob", "ann", 300)):
    print(a, b, amount, transfer(a, b, amount))
for line in journal:
    print(line)
print(accounts)
balance = 1000.0
for year in range(1, 11):
    interest = round(balance * 0.035, 2)
    balance += interest
    print(f"{year:>2} {interest:>8.2f} {balance:>10,.2f}")
open_account("ann")
