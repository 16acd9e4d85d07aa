maze = ["#########",
        "#S  #   #",
        "# # # # #",
        "# #   #E#",
        "#########"]
def find(mark):
    for y, row in enumerate(maze):
        if mark in row:
            return y, row.index(mark)
def bfs(start, goal):
    came = {start: None}
    queue = [start]
    while queue:
        at = queue.pop(0)
        if at == goal:
            break
        y, x = at
        for n in ((y - 1, x), (y, x + 1), (y + 1, x), (y, x - 1)):
            if maze[n[0]][n[1]] != "#" and n not in came:
                came[n] = at
                queue.append(n)
    path = []
    while at is not None:
        path.append(at)
        at = came[at]
    return path[::-1], len(came)
path, seen = bfs(find("S"), find("E"))
print(path, len(path), seen)
for y, row in enumerate(maze):
    print("".join("." if (y, x) in path and c == " " else c for x, c in enumerate(row)))
deps = {"app": ["lib", "ui"], "ui": ["lib", "gfx"], "lib": ["core"], "gfx": ["core"], "core": []}
order = []
state = {}
def visit(node):
    if state.get(node) == "busy":
        raise ValueError("cycle at " + node)
    if node in state:
        return
    state[node] = "busy"
    for d in sorted(deps[node]):
        visit(d)
    state[node] = "done"
    order.append(node)
for node in deps:
    visit(node)
print(order)
deps["core"].append("app")
state = {}
try:
    visit("app")
except ValueError as e:
    print(e, state)
