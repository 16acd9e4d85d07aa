def place(row, columns, n):
    global calls
    calls += 1
    if row == n:
        solutions.append(columns[:])
        return
    for c in range(n):
        for r in range(row):
            if columns[r] == c or abs(columns[r] - c) == row - r:
                break
        else:
            columns.append(c)
            place(row + 1, columns, n)
            columns.pop()
for n in range(1, 8):
    calls = 0
    solutions = []
    place(0, [], n)
    print(n, len(solutions), calls, solutions[:2])
for row in solutions[0]:
    print(". " * row + "Q " + ". " * (n - row - 1))
