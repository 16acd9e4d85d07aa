def greet(name, greeting="Hello", mark="!"):
    return greeting + ", " + name + mark
print(greet("Ann"), greet("Bob", "Hi"), greet("Cid", mark="?"), greet(greeting="Yo", name="Dan"), greet("Eve", mark=".", greeting="Hey"))
n = 5
def counted(x=n, y=n * 2):
    return x, y
n = 100
print(counted(), counted(1), counted(y=3), counted(n))
def collect(item, bucket=[]):
    bucket.append(item)
    return bucket
print(collect(1), collect(2), collect(3, []), collect(4), collect(item=5))
def log(key, seen={}):
    seen[key] = seen.get(key, 0) + 1
    return seen
print(log("a"), log("b"), log("a"))
def nothing():
    pass
def early(x):
    if x:
        return
    print("late")
print(nothing(), early(1), early(0), nothing() is None)
def many(a, b=2, c=3, d=None, e=()):
    return [a, b, c, d, e]
print(many(1), many(1, e=5), many(d=1, a=0), many(1, 2, 3, 4, 5), many(1, c=many(9)))
