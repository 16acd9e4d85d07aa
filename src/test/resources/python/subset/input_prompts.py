name = input()
age = int(input("Age: "))
city = input("City? ")
print(repr(name), age + 1, repr(city))
x, y = input().split()
a, b, c = [int(v) for v in input(">>> ").split(",")]
print(x, y, a * b * c)
print(input(5), input([1]), input(None), repr(input("")))
rest = input("last, without newline: ")
print(rest, len(rest))
try:
    input("more? ")
except EOFError as e:
    print(repr(e))
