def load(name):
    table = {"a": 1}
    return table[name]
def get(name):
    try:
        return load(name)
    except KeyError:
        return int("not " + name)
print(get("a"))
print(get("b"))
print("never")
