def show(a, b):
    print(a, b)
    return a // b
print("start")
result = show(
    1,
    show(
        4, 0
    ),
)
print(result)
