def read_numbers():
    numbers = []
    while True:
        try:
            line = input("number? ")
        except EOFError as e:
            print()
            print("end:", e)
            return numbers
        if not line.strip():
            print("(empty)")
            continue
        try:
            numbers.append(float(line) if "." in line else int(line))
        except ValueError as e:
            print("bad:", e)
numbers = read_numbers()
print(numbers, sum(numbers), len(numbers))
print(f"mean {sum(numbers) / len(numbers):.3f}, smallest {min(numbers)}, largest {max(numbers)}")
