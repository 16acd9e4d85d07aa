value = [1, 2, 3]
copy = value
print(value)
del value
print(copy)
for item in copy:
    print(item)
print(value)
print("never")
