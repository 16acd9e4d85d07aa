# Integers far beyond a machine word: powers, factorials, division, bits, text.
import math

print(2**200, (-3) ** 77)
print(math.factorial(60))
a, b = 10**80 + 12345678901234567890, 7**55
print(a // b, a % b, divmod(-a, b), divmod(a, -b))
print(a & b, a | b, a ^ b, ~a, a >> 100, b << 70, -a >> 90)
print(a.bit_length(), b.bit_count(), (-b).bit_length())
print(hex(b), oct(-b), bin(2**70 - 1))
print(int("zz" * 20, 36), int("-0x1_0000_0000_0000_0000_0000", 0))
print(pow(3, 10**30, 10**18 + 9), pow(7, -1, 10**9 + 7))
print(math.gcd(a, b * 91, 7**20), math.lcm(2**40, 6**30), math.isqrt(a))
print(b.to_bytes(20, "big").hex(), int.from_bytes(b"\xff\xfe\xfd" * 6, "little", signed=True))
print(int(1e22), int(-1e300) % 10**20, 10**400 > 1e308, 2**53 + 1 == float(2**53 + 1))
try:
    print(int("9" * 5000))
except ValueError as e:
    print(str(e)[:46])
try:
    float(10**400)
except OverflowError as e:
    print(e)
print(sum(int(d) for d in str(2**10000 % 10**3000)))
