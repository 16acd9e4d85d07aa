data = [2.5, 3.7, 1.2, 9.9, 4.4, 4.4, 6.1, 0.8, 7.3, 5.0]
n = len(data)
mean = sum(data) / n
ordered = sorted(data)
median = (ordered[n // 2 - 1] + ordered[n // 2]) / 2
variance = sum((x - mean) ** 2 for x in data) / (n - 1)
print(mean, median, variance, variance ** 0.5, max(data) - min(data), round(mean, 2))
mode = max(data, key=lambda x: data.count(x))
print(mode, data.count(mode), f"{mean:.3f} ± {variance ** 0.5:.3f}")
def quantile(q):
    pos = q * (n - 1)
    low = int(pos)
    high = min(low + 1, n - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (pos - low)
print([round(quantile(q / 4), 4) for q in range(5)])
xs = list(range(n))
mx = sum(xs) / n
slope = sum((x - mx) * (y - mean) for x, y in zip(xs, data)) / sum((x - mx) ** 2 for x in xs)
print(slope, mean - slope * mx)
bins = {}
for x in data:
    b = int(x // 2.5) * 2.5
    bins[b] = bins.get(b, 0) + 1
for b in sorted(bins):
    print(f"{b:4.1f}-{b + 2.5:4.1f} {'#' * bins[b]}")
moving = [round(sum(data[i:i + 3]) / 3, 3) for i in range(n - 2)]
print(moving, [round(b - a, 2) for a, b in zip(data, data[1:])])
print([round(sum(data[:i + 1]), 2) for i in range(n)])
