def load(name):
    table = {"a": 1}
    return table[name]
def get(name):
    try:
        return load(name)
    except KeyError as e:
        raise RuntimeError("no setting " + name) from e
print(get("a"))
print(get("b"))
print("never")
