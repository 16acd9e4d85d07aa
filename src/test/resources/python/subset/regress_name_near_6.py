string = 1
del string
print(string)
