# The last line suggests a variable or an import.
counter = 1
print(countr)
