# The last line asks whether the import was forgotten.
print(math.pi)
