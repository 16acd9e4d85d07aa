# Means, spreads, quantiles, correlation, a normal distribution.
import statistics as s
from fractions import Fraction

data = [2, 4, 4, 4, 5, 5, 7, 9]
print(s.mean(data), s.median(data), s.median_low(data), s.median_high(data), s.mode(data), s.multimode("aabbc"))
print(s.pstdev(data), s.pvariance(data), s.variance(data), round(s.stdev(data), 10))
print(s.mean([Fraction(1, 3), Fraction(1, 6)]), s.fmean([1, 2], weights=[3, 1]), round(s.geometric_mean([1, 10, 100]), 9))
print(s.harmonic_mean([40, 60]), s.quantiles(data), s.quantiles(range(101), n=10, method="inclusive"))
x, y = [1, 2, 3, 4, 5], [2, 4, 5, 4, 5]
print(round(s.correlation(x, y), 9), s.covariance(x, y), s.linear_regression(x, y))
n = s.NormalDist(100, 15)
print(round(n.cdf(115), 9), round(n.inv_cdf(0.975), 6), round(n.pdf(100), 9), n + 5, round(n.overlap(s.NormalDist(110, 15)), 9))
print(s.NormalDist.from_samples([1, 2, 3]), s.median_grouped([1, 2, 2, 3, 4, 4, 4], interval=1))
for wrong in (lambda: s.mean([]), lambda: s.variance([1]), lambda: s.harmonic_mean([-1])):
    try:
        wrong()
    except s.StatisticsError as e:
        print(e)
