# A sudoku by constraint propagation and search.
def cross(a, b):
    return [x + y for x in a for y in b]


digits, rows = "123456789", "ABCDEFGHI"
squares = cross(rows, digits)
lists = [cross(rows, c) for c in digits] + [cross(r, digits) for r in rows]
lists += [cross(r, c) for r in ("ABC", "DEF", "GHI") for c in ("123", "456", "789")]
peers = {s: {p for group in lists if s in group for p in group} - {s} for s in squares}
nodes = 0


def solve(values):
    global nodes
    nodes += 1
    open_squares = [s for s in squares if len(values[s]) > 1]
    if not open_squares:
        return values
    s = min(open_squares, key=lambda s: len(values[s]))
    for d in values[s]:
        attempt = place(dict(values), s, d)
        if attempt and (solved := solve(attempt)):
            return solved
    return None


def place(values, s, d):
    values[s] = d
    for p in sorted(peers[s]):
        if d in values[p]:
            rest = values[p].replace(d, "")
            if not rest:
                return None
            values[p] = rest
            if len(rest) == 1 and place(values, p, rest) is None:
                return None
    return values


puzzle = "8........" "..36....." ".7..9.2.." ".5...7..." "....457.." "...1...3." "..1....68" "..85...1." ".9....4.."
values = {s: digits for s in squares}
for s, d in zip(squares, puzzle):
    if d != ".":
        values = place(values, s, d)
solved = solve(values)
for r in rows:
    print(" ".join(solved[r + c] for c in digits))
print(all({solved[s] for s in group} == set(digits) for group in lists), nodes)
