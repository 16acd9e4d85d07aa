def fizz(n):
    if n % 15 == 0:
        return "FizzBuzz"
    elif n % 5 == 0:
        return "Buzz"
    elif n % 3 == 0:
        return "Fizz"
    return str(n)
print(" ".join(fizz(i) for i in range(1, 31)))
for i in range(1, 16):
    print("Fizz" * (i % 3 == 0) + "Buzz" * (i % 5 == 0) or i, end=" ")
print()
rules = {3: "Fizz", 5: "Buzz", 7: "Bazz"}
for i in range(100, 110):
    print(i, "".join(word for k, word in rules.items() if not i % k) or "-")
counts = {}
for i in range(1, 1001):
    key = fizz(i) if not fizz(i).isdigit() else "number"
    counts[key] = counts.get(key, 0) + 1
print(counts)
for i in range(1, 10):
    print(i * "=", i)
bottles = 3
while bottles:
    print(f"{bottles} bottle{'s' if bottles != 1 else ''} of beer on the wall")
    bottles -= 1
