# about: Prints factorials, up to the 2,568 digits of 1000!: Python's ints have no largest one.
# group: Python 4
# expect stdout sha256: 8f13212353c48ea0b095665158bf6bfffd0c584860cae14badc16140cdd9d844
# expect exit: 0


def factorial(n):
    """n! by recursion, as mathematics writes it."""
    if n <= 1:
        return 1
    return n * factorial(n - 1)


# 20! still fits into 64 bits, 21! does not.
for n in (5, 10, 20, 21, 30):
    print(f"{n}! = {factorial(n):,}")

large = 1
for n in range(2, 1001):
    large *= n

digits = str(large)
print(f"1000! has {len(digits)} digits:")
for start in range(0, len(digits), 72):
    print(digits[start : start + 72])
