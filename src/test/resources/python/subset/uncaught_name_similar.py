counter = 5
total_sum = 0
for i in range(counter):
    total_sum += i
    print(i, total_sum)
if total_sum > 5:
    print("large")
print(total_sun)
