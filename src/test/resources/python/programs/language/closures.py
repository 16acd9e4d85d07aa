# Closures keep variables, not values, and nonlocal writes through.
def counter(start):
    count = start

    def step(by=1):
        nonlocal count
        count += by
        return count

    def peek():
        return count

    return step, peek


step, peek = counter(10)
print(step(), step(5), peek())
late = [lambda: i for i in range(3)]
early = [lambda i=i: i for i in range(3)]
print([f() for f in late], [f() for f in early])
print(step.__code__.co_freevars, step.__closure__[0].cell_contents)


def outer():
    def inner():
        return later

    later = "bound after inner was made"
    return inner()


print(outer())
