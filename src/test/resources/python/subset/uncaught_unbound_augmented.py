count = 0
def increase():
    count += 1
    return count
print("before", count)
for i in range(3):
    print(i)
    increase()
print("after")
