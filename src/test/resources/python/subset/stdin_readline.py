import sys
first = sys.stdin.readline()
second = sys.stdin.readline().rstrip("\n")
n = int(sys.stdin.readline())
grid = []
for i in range(n):
    grid.append([int(x) for x in sys.stdin.readline().split()])
print(repr(first), repr(second), n, grid)
print([sum(r) for r in grid], [sum(grid[i][j] for i in range(n)) for j in range(n)])
rest = sys.stdin.readlines()
print(rest, len(rest), repr(sys.stdin.readline()), sys.stdin.readlines(), repr(sys.stdin.read()))
try:
    input()
except EOFError as e:
    print(e)
