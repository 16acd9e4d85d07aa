# refused: 4:5 nested function
def adder(n):
    total = n
    def add(x):
        return total + x
    return add
print(adder(1)(2))
