tree = None
def insert(node, key):
    if node is None:
        return [key, None, None]
    if key < node[0]:
        node[1] = insert(node[1], key)
    elif key > node[0]:
        node[2] = insert(node[2], key)
    return node
def walk(node):
    return [] if node is None else walk(node[1]) + [node[0]] + walk(node[2])
def height(node):
    return 0 if node is None else 1 + max(height(node[1]), height(node[2]))
def show(node, depth=0):
    if node is not None:
        show(node[2], depth + 1)
        print("    " * depth + str(node[0]))
        show(node[1], depth + 1)
def find(node, key):
    steps = 0
    while node is not None and node[0] != key:
        node = node[1] if key < node[0] else node[2]
        steps += 1
    return node is not None, steps
for k in (50, 30, 70, 20, 40, 60, 80, 30, 35, 65):
    tree = insert(tree, k)
print(tree)
print(walk(tree), height(tree), find(tree, 65), find(tree, 66))
show(tree)
head = None
for v in "abcde":
    head = (v, head)
print(head)
back = None
while head is not None:
    back = (head[0], back)
    head = head[1]
print(back)
queue = []
queue.append(tree)
while queue:
    node = queue.pop(0)
    print(node[0], end=" ")
    queue += [c for c in node[1:] if c is not None]
print()
