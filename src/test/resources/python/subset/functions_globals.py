count = 0
items = []
name = "global"
def bump(by=1):
    global count
    count += by
    return count
def add(x):
    items.append(x)
def shadow():
    name = "local"
    return name
def make():
    global created, name
    created = "made"
    name = name + "!"
def read():
    return name, count, len(items)
def param(count):
    count += 1
    return count
print(bump(), bump(5), bump(by=-2), count)
add(1)
add("two")
print(items, shadow(), name, read())
make()
print(created, name, read(), param(10), count)
def reset():
    global items
    items = ["new"]
old = items
reset()
print(old, items)
def loop():
    global index
    for index in range(4):
        bump()
loop()
print(index, count)
def late():
    return later + 1
later = 41
print(late())
del later
try:
    late()
except NameError as e:
    print(e)
