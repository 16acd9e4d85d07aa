total = 0
def work(a, b):
    return {[a]: 1}
for k in range(3):
    total += k
    print("total", total)
if total == 3:
    print("before")
    value = work(total, 1)
    print(value)
else:
    print("other")
