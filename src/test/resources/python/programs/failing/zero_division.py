# A fault deep in calls, after output without a newline.
def f(n):
    return 1 / n if n == 0 else f(n - 1)


print("partial", end="")
f(5)
