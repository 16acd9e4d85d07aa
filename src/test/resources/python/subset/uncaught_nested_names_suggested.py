values = [3, 1, 2]
ordering = sorted(values)
def average(numbers):
    return sum(numbers) / len(number_list)
print(values, ordering)
print(max(values))
for v in ordering:
    print(v)
print(average(values))
