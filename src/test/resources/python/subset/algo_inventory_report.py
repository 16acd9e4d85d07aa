lines = """apple;3;0.45
pear;12;0.5
"melon";1;2.999
bad line
kiwi;x;0.25
plum;7;
cherry;150;0.02""".splitlines()
stock = []
for number, line in enumerate(lines, 1):
    try:
        name, count, price = line.split(";")
        stock.append((name.strip('"'), int(count), float(price)))
    except ValueError as e:
        print(f"line {number}: {e}")
print(f"{'item':<10}|{'count':>6}|{'price':>8}|{'total':>9}")
print("-" * 10 + "+" + "-" * 6 + "+" + "-" * 8 + "+" + "-" * 9)
for name, count, price in sorted(stock, key=lambda s: -s[1] * s[2]):
    print(f"{name:<10}|{count:>6}|{price:>8.2f}|{count * price:>9.3f}")
total = sum(c * p for n, c, p in stock)
print("%-10s|%6d|%8s|%9.2f" % ("sum", sum(c for n, c, p in stock), "", total))
print("{:<10}|{:^6}|{:>8}|{:=+9.2f}".format("tax", "-", "8.1%", total * 0.081))
print(max(stock, key=lambda s: s[2])[0], min(stock, key=lambda s: s[1])[0], [n.title() for n, c, p in stock if c > 5])
by_letter = {}
for n, c, p in stock:
    by_letter.setdefault(n[0] in "aeiou", []).append(n)
print(by_letter)
