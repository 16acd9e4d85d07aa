# Leaving with 0 is success, wherever it happens.
def deep(n):
    if n == 0:
        raise SystemExit
    try:
        deep(n - 1)
    finally:
        print(n)


deep(3)
