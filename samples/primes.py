# about: Finds the primes below 100 by the sieve of Eratosthenes: simple Python, compiled to WAT.
# group: Python 1
# expect stdout: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97]\nThere are 25 primes below 100; the largest is 97.\n
# expect exit: 0

LIMIT = 100

# At first every number counts as prime; then the multiples of each prime are struck out.
is_prime = [True] * LIMIT
is_prime[0] = is_prime[1] = False

for number in range(2, LIMIT):
    if is_prime[number]:
        for multiple in range(number * number, LIMIT, number):
            is_prime[multiple] = False

primes = [number for number in range(LIMIT) if is_prime[number]]
print(primes)
print(f"There are {len(primes)} primes below {LIMIT}; the largest is {primes[-1]}.")
