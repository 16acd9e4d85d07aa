def risky(n):
    if n > 1:
        raise ValueError("n is " + str(n))
    return n
def guard(n):
    try:
        return risky(n)
    except ValueError as e:
        print("seen:", e)
        raise
for n in range(4):
    print(guard(n))
