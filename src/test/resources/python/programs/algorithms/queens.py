# The queens' problem by backtracking and by bits: equal counts.
def backtrack(n, row=0, columns=(), found=None):
    found = [] if found is None else found
    if row == n:
        found.append(columns)
        return found
    for c in range(n):
        if all(c != d and abs(c - d) != row - r for r, d in enumerate(columns)):
            backtrack(n, row + 1, columns + (c,), found)
    return found


def bits(n, columns=0, left=0, right=0):
    full = (1 << n) - 1
    if columns == full:
        return 1
    count, free = 0, full & ~(columns | left | right)
    while free:
        bit = free & -free
        free -= bit
        count += bits(n, columns | bit, (left | bit) << 1, (right | bit) >> 1)
    return count


solutions = backtrack(6)
print(len(solutions), solutions[0], [bits(n) for n in range(1, 9)])
for c in solutions[0]:
    print("." * c + "Q" + "." * (5 - c))
